import type { Sample } from "../data/sample.ts";
import { inertiaOf } from "../measure/inertia.ts";
import { summarize } from "../measure/statistics.ts";
import type { Job, JobReply, JobRequest } from "./contender.ts";
import type { Fitting, Found } from "./fitting.ts";

/** Does a job as often as asked and times each. `now` is a clock in milliseconds. */
export async function perform(
  fitting: Fitting,
  sample: Sample,
  { job, repeats, wants }: JobRequest,
  now: () => number = () => performance.now(),
): Promise<JobReply> {
  const samplesMs: number[] = [];
  let found: readonly Found[] = [];
  while (samplesMs.length < repeats) {
    const startedAt = now();
    found = await done(fitting, sample.k, job);
    samplesMs.push(now() - startedAt);
  }
  const labels = wants === "time" ? [] : found.map((each) => each.labels());
  return {
    elapsedMs: summarize(samplesMs).median,
    iterations: found.length === 1 ? found[0].iterations : null,
    inertias: labels.map((each, index) => inertiaOf(sample, found[index].k, each)),
    labels: wants === "labels" ? labels[0] : null,
  };
}

async function done(fitting: Fitting, k: number, job: Job): Promise<readonly Found[]> {
  switch (job.kind) {
    case "from start":
      return [await fitting.fromStart(job.limit)];
    case "fit":
      return [await fitting.fit(k, job.seed)];
    case "elbow":
      return await (fitting.elbow?.(job.kMax, job.seed) ?? oneByOne(fitting, job.kMax, job.seed));
    case "analysis":
      if (fitting.analysis === undefined) throw new TypeError("Expected an implementation that has an analysis");
      return await fitting.analysis(job.kMax, job.seed);
  }
}

async function oneByOne(fitting: Fitting, kMax: number, seed: number): Promise<readonly Found[]> {
  const found: Found[] = [];
  for (let k = 1; k <= kMax; k++) found.push(await fitting.fit(k, seed));
  return found;
}
