import { KernelMemoryError } from "@kentro/kernel";
import { KentroError } from "../errors.ts";

/** What to throw for `cause`: TOO_LARGE where the kernel found no memory for the work, else the cause as it is. */
export function tooLargeOr(cause: unknown, what: string): unknown {
  if (!(cause instanceof KernelMemoryError)) return cause;
  return new KentroError("TOO_LARGE", `Expected ${what} to fit the 4 GiB of memory that WebAssembly has`, { cause });
}
