import { type Divisible, type Seat as KernelSeat, takeSeat as takeKernelSeat } from "@kentro/kernel";
import { SampleAndSets, type SetsSeat } from "../elbow/sets.ts";
import type { Pace } from "../pace.ts";

/** Plain data that can be posted to a thread, for it to take part in work of any kind. */
export type Seat = KernelSeat | SetsSeat;

/** Work that the threads of a team share. */
export type SharedWork<Operation extends string = string> = Divisible<Operation, Seat>;

/**
 * Takes part in work that another thread leads.
 *
 * @param pace for work that takes its time
 */
export function takeSeat(seat: Seat, pace: Pace): SharedWork {
  return seat.kind === "sets" ? SampleAndSets.join(seat, pace) : takeKernelSeat(seat);
}
