import type { Contender, Identity, JobRequest } from "../contenders/contender.ts";

/** How a contender in a test behaves. */
export interface Behavior extends Partial<Identity> {
  readonly labels?: readonly number[];
  readonly inertia?: number;
  /** Of one iteration, over and above what every job takes. */
  readonly iterationMs?: number;
  readonly convergesAfter?: number;
  readonly slow?: boolean;
  /** Receives the name of the contender at each job. */
  readonly log?: string[];
}

/** Takes 100 ms a job and `iterationMs` an iteration, on a clock of its own. */
export function pretend(name: string, behavior: Behavior = {}): Contender {
  const { precision = "float64", threads = 1, slow = false } = behavior;
  const { labels = [0, 0, 1], inertia = 7, iterationMs = 1, convergesAfter = 30, log = [] } = behavior;
  const run = async ({ job, wants }: JobRequest) => {
    log.push(`${name} ${job.kind === "from start" ? job.limit : `${job.kind} ${job.seed}`}`);
    const iterations = Math.min(job.kind === "from start" ? job.limit : 300, convergesAfter);
    return {
      elapsedMs: 100 + iterations * iterationMs,
      iterations,
      inertias: wants === "time" ? [] : [inertia],
      labels: wants === "labels" ? Int32Array.from(labels) : null,
    };
  };
  return { name, precision, threads, slow, load: async () => {}, run, close: async () => {} };
}
