import type { Work } from "../desk.ts";
import type { Held } from "../held.ts";
import type { CompareRequest } from "./protocol.ts";

/** Answers the request. */
export async function compare(_job: CompareRequest, _held: Held, _work: Work): Promise<void> {}
