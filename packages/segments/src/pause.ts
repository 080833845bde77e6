/** Lets timers, input and an abort through between two pieces of work, and stops where the signal asks. */
export async function pause(signal: AbortSignal | undefined): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 0));
  signal?.throwIfAborted();
}
