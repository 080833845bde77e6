import { layoutOf } from "../layout.ts";
import type { State } from "./state.ts";

export type Motion = "up" | "down" | "pageUp" | "pageDown" | "first" | "last" | "left" | "right";

/** Where a cursor among `count` things goes from `now`. Left and right do not move it. */
export function target(motion: Motion, now: number, count: number, page: number): number {
  const last = Math.max(0, count - 1);
  const to: Readonly<Record<Motion, number>> = {
    ...{ up: now - 1, down: now + 1, pageUp: now - page, pageDown: now + page, first: 0, last },
    ...{ left: now, right: now },
  };
  return Math.min(last, Math.max(0, to[motion]));
}

/** The motion along things that lie in one line, sideways or upright: left is up, right is down. */
export function along(motion: Motion): Motion {
  return motion === "left" ? "up" : motion === "right" ? "down" : motion;
}

/** How many lines a page has. */
export function pageOf({ size }: State): number {
  const layout = layoutOf(size);
  return layout.kind === "screen" ? Math.max(1, layout.bodyHeight - 3) : 1;
}
