import type { Work } from "../desk.ts";
import type { Held } from "../held.ts";
import type { CustomersRequest } from "./protocol.ts";

/** Answers the request. */
export async function customers(_job: CustomersRequest, _held: Held, _work: Work): Promise<void> {}
