import os from "node:os";

/** As a shell's `nice` counts: 0 is usual, 19 whoever comes last. More of it, and other programs would take the processor from the work. */
const NICE = 2;

/** What of an operating system sets the priority of who asks. */
export interface Priorities {
  getPriority(): number;
  setPriority(priority: number): void;
}

/**
 * Lets the thread with the terminal go first where both want the processor; threads that this one starts take after it. On
 * Linux alone a thread has a priority of its own: elsewhere it is the whole process's.
 */
export function giveWay(platform: NodeJS.Platform = process.platform, system: Priorities = os): void {
  if (platform !== "linux") return;
  try {
    system.setPriority(Math.max(system.getPriority(), NICE));
  } catch {
    // Some sandboxes refuse it: the work is done all the same.
  }
}
