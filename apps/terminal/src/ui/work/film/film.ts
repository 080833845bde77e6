import type { Work } from "../desk.ts";
import type { Held } from "../held.ts";
import type { FilmRequest } from "./protocol.ts";

/** Answers the request. */
export async function film(_job: FilmRequest, _held: Held, _work: Work): Promise<void> {}
