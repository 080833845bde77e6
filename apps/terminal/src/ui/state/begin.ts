import type { Size } from "../layout.ts";
import type { Look } from "../text/paint.ts";
import { open } from "./run.ts";
import type { Step } from "./step.ts";
import { firstSymbols } from "./symbols.ts";

/** The first state, and the reading of the source that begins with it. */
export function begin(source: string, size: Size, look: Look): Step {
  return open({
    source,
    size,
    look,
    symbols: firstSymbols(look),
    screen: "segments",
    dialog: { kind: "none" },
    message: null,
    failure: null,
    opened: null,
    settings: { features: "default", scale: "standard", k: "auto" },
    result: null,
    curve: null,
    work: { kind: "idle" },
    lastId: 0,
    segment: 0,
    column: 0,
    point: 0,
    customer: 0,
    scrolled: 0,
    axes: null,
    saved: [],
  });
}
