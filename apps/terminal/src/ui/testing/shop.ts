import type { Table } from "@kentro/segments";
import type { Size } from "../layout.ts";
import { begin } from "../state/begin.ts";
import { reduce } from "../state/reduce.ts";
import { replied } from "../state/reply.ts";
import type { State } from "../state/state.ts";
import type { Look } from "../text/look.ts";
import type { ElbowCurve, Result, Settings } from "../work/protocol.ts";
import { DEFAULT_SETTINGS } from "../work/settings.ts";
import { curveOf, numbers, opened, resultOf, texts } from "./made.ts";

/** Twelve customers of a shop in three plain groups; the last one's income is not known. */
export const shop: Table = {
  rows: 12,
  columns: [
    numbers("Income", [10, 11, 12, 10, 11, 52, 50, 51, 49, 90, 92, Number.NaN]),
    numbers("Visits", [3, 4, 3, 5, 4, 20, 22, 21, 19, 3, 2, 8]),
    texts("City", ["Oslo", "Rome", "Oslo", "Oslo", null, "Rome", "Rome", "Rome", "Rome", "Oslo", "Rome", "Rome"]),
  ],
};

/** The settings that the UI begins with. */
export const DEFAULTS: Settings = DEFAULT_SETTINGS;

/** The three groups, found by settings. */
export function shopResult(settings: Settings = DEFAULTS): Result {
  const names = ["low income", "average income, many visits", "high income"];
  return resultOf(shop, [0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, -1], names, settings, "3 segments of 11 customers.");
}

/** The curve of the shop. */
export function shopCurve(settings: Settings = DEFAULTS): ElbowCurve {
  return curveOf(settings, 3);
}

const LOOK: Look = { color: 0, utf8: true, theme: "dark", reader: false };
const SIZE: Size = { columns: 80, rows: 24 };

/** The state before anything is read. */
export function beginning(size: Size = SIZE, look: Look = LOOK): State {
  return begin("shop.csv", size, look).state;
}

/** The state once the shop is read and the work on it has begun. */
export function computing(size: Size = SIZE, look: Look = LOOK): State {
  return replied(beginning(size, look), opened(shop)).state;
}

/** The state with segments and curve on the screen and nothing under way. */
export function ready(size: Size = SIZE, look: Look = LOOK): State {
  const asked = computing(size, look);
  const found = replied(asked, { type: "segmented", id: asked.lastId, result: shopResult() }).state;
  return reduce(found, { type: "reply", reply: { type: "curve", id: asked.lastId, curve: shopCurve() } }).state;
}
