import { failureOf } from "../../command/failure.ts";
import { compare } from "./compare/compare.ts";
import { customers } from "./customers/customers.ts";
import { readTexts } from "./customers/read-texts.ts";
import { look } from "./export/places.ts";
import { write } from "./export/write.ts";
import { files } from "./files/files.ts";
import { film } from "./film/film.ts";
import { findSegments } from "./find.ts";
import { HELD_NOTHING, type Held } from "./held.ts";
import { openTable } from "./open.ts";
import type { Job, Lane, Reply, Request } from "./protocol.ts";
import { components } from "./segments/components.ts";
import { cost } from "./segments/cost.ts";

/** Where requests are taken and answered: one at a time in each lane, the lanes beside each other. */
export interface Desk {
  /** A request stops the one under way in its lane and is begun when that one has cleaned up after itself. */
  take(request: Request): void;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
  /** Stops what is under way; resolves when nothing of it is left. */
  close(): Promise<void>;
}

/** What a job is done with: where its answers go, and whether it is to stop. */
export interface Work {
  readonly signal: AbortSignal;
  answer(reply: Reply): void;
}

/** A desk that gives its answers to `answer`. */
export function deskOf(answer: (reply: Reply) => void): Desk {
  const held: Held = { ...HELD_NOTHING };
  const lanes = new Map<Lane, { readonly controller: AbortController; readonly ended: Promise<void> }>();
  const stop = (lane: Lane): Promise<void> => {
    lanes.get(lane)?.controller.abort();
    return lanes.get(lane)?.ended ?? Promise.resolve();
  };
  const stopAll = async (): Promise<void> => {
    await Promise.all([...lanes.keys()].map(stop));
  };
  return {
    take: (request) => {
      if (request.type === "cancel") {
        void stop(request.lane);
        return;
      }
      const lane: Lane = request.type === "open" ? "run" : request.type;
      const before = request.type === "open" ? stopAll() : stop(lane);
      const controller = new AbortController();
      const { signal } = controller;
      const ended = before.then(async () => {
        try {
          if (!signal.aborted) await perform(request, held, { signal, answer });
        } catch (error) {
          if (!signal.aborted) answer(refusal(request, error));
        }
      });
      lanes.set(lane, { controller, ended });
    },
    idle: async () => {
      await Promise.all([...lanes.values()].map(({ ended }) => ended));
    },
    close: stopAll,
  };
}

async function perform(job: Job, held: Held, work: Work): Promise<void> {
  switch (job.type) {
    case "open":
      return await openTable(job, held, work);
    case "run":
      return await findSegments(job, held, work);
    case "write":
      return await write(job, held, work);
    case "look":
      return await look(job, work);
    case "customers":
      return await customers(job, held, work);
    case "texts":
      return await readTexts(job, held, work);
    case "compare":
      return await compare(job, held, work);
    case "components":
      return await components(job, held, work);
    case "cost":
      return await cost(job, held, work);
    case "film":
      return await film(job, held, work);
    case "files":
      return await files(job, work);
    default:
      job satisfies never;
  }
}

function refusal(job: Job, error: unknown): Reply {
  return { type: "failed", id: job.id, message: failureOf(error).message };
}
