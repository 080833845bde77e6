import type { Work } from "../desk.ts";
import type { Held } from "../held.ts";
import type { FilesRequest } from "./protocol.ts";

/** Answers the request. */
export async function files(_job: FilesRequest, _held: Held, _work: Work): Promise<void> {}
