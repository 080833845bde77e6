import { count, counted, percent, short } from "../../../text/number.ts";
import type { Film } from "../../work/film/protocol.ts";
import { apartFrom } from "./apart.ts";
import { type FilmStep, stepAt, stepsOf } from "./steps.ts";

/** Where the film is, and what the numbers are there: "iteration 4 of 9: 12 customers changed, inertia 65.6 (-2.1 %)". */
export function headOf(film: Film, step: FilmStep): string {
  const { k, rows, steps } = film;
  if (step.kind === "start") return `start: ${counted(k, "centroid")}, ${counted(rows, "customer")}`;
  const { iteration } = step.frame;
  return `iteration ${iteration} of ${steps.length}: ${numbersOf(steps, iteration)}`;
}

/** What an iteration did: "12 customers changed, inertia 65.6 (-2.1 %)". */
export function numbersOf(steps: Film["steps"], iteration: number): string {
  const { inertia, moved } = steps[iteration - 1]!;
  const changed = iteration === 1 ? "placed" : "changed";
  const who = moved === 0 ? "nobody" : counted(moved, "customer");
  return `${who} ${changed}, inertia ${short(inertia)}${comparedWith(fallOf(steps, iteration))}`;
}

function comparedWith(fall: number | null): string {
  if (fall === null) return "";
  if (fall === 0) return " (as before)";
  return fall < LEAST_FALL ? " (hardly less)" : ` (-${percent(fall)})`;
}

/** A fall that reads as less than 0.1 %. */
const LEAST_FALL = 0.0005;

/** By what part the inertia fell against the iteration before, 0 to 1; null where there is nothing to compare it with. */
export function fallOf(steps: Film["steps"], iteration: number): number | null {
  const now = steps[iteration - 1]?.inertia;
  const before = steps[iteration - 2]?.inertia;
  return now === undefined || before === undefined || !(before > 0) ? null : Math.max(0, (before - now) / before);
}

/** What happens in a step, for somebody who has never heard of k-means. */
export function explained(film: Film, at: number): string {
  const step = stepAt(film, at);
  const words = wordsOf(film, step);
  return at < stepsOf(film) - 1 ? words : `${words} ${ending(film)}`;
}

function wordsOf({ k, steps, stride }: Film, step: FilmStep): string {
  if (step.kind === "start") return startWords(k);
  const { iteration } = step.frame;
  const { moved, shift } = steps[iteration - 1]!;
  if (step.kind === "move") {
    if (moved === 0 || !(shift > 0)) return "Nothing moves any more.";
    return iteration === 1
      ? "Then each centroid moves to the middle of its customers: their mean. The trail is the way from its start."
      : "Each centroid moves to the new mean of its customers.";
  }
  if (iteration === 1) {
    return k === 1
      ? "Every customer belongs to the one centroid. Inertia is how far customers are from it: squared and added up."
      : "Every customer joins the nearest centroid. Inertia is how far customers are from theirs: squared and added up.";
  }
  const jump = step.index > 0 && stride > 1 && iteration > 2 ? ` (Only every ${stride}th iteration is shown.)` : "";
  if (moved === 0) return "Everybody looks again for the nearest centroid, and nobody has to change.";
  const who = moved === 1 ? "1 customer is" : `${count(moved)} customers are`;
  return `Centroids have moved: ${who} now nearer to another one and ${moved === 1 ? "joins" : "join"} it (inverse).${jump}`;
}

function startWords(k: number): string {
  return k === 1
    ? "K-means begins with 1 centroid, put on a customer drawn by lot."
    : `K-means begins with ${k} centroids (the letters), put on customers drawn by lot, far from each other rather than near. Nobody belongs to any of them yet.`;
}

/** How the run ended, beside the segments that are shown. */
export function ending({ inertia, best, edited, converged, steps, clusters }: Film): string {
  const stopped = converged ? "" : `It was stopped after ${counted(steps.length, "iteration")}. `;
  const apart = apartFrom(best, inertia);
  if (apart === 0) {
    const same = clusters.every(({ segment }) => segment !== null);
    return `${stopped}${same ? "This start ends in the very segments that are shown." : "This start ends as good as the segments that are shown."}`;
  }
  const share = best > 0 ? `${percent(Math.abs(apart) / best)} ` : "";
  if (edited) {
    return `${stopped}This start ends ${share}${apart < 0 ? "below" : "above"} the segments that are shown, which were edited by hand.`;
  }
  if (apart < 0) return `${stopped}This start ends ${share}below the segments that are shown.`;
  return `${stopped}This start ends ${share}above the segments shown, the best of many starts: where k-means begins decides where it ends.`;
}

/** The film as a list: a sentence for its start, one for each iteration, one for its end. */
export function story(film: Film): readonly string[] {
  const { steps, frames } = film;
  const iterations = frames.map(
    ({ iteration }) => `Iteration ${iteration} of ${steps.length}: ${numbersOf(steps, iteration)}.`,
  );
  return [startWords(film.k), ...iterations, ending(film)];
}
