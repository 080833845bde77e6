import type { Work } from "../desk.ts";
import type { Held } from "../held.ts";
import type { ComponentsRequest } from "./protocol.ts";

/** Answers the request. */
export async function components(_job: ComponentsRequest, _held: Held, _work: Work): Promise<void> {}
