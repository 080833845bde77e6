import { isDeepStrictEqual } from "node:util";
import type { Settings } from "./protocol.ts";

/** What the UI begins with: the defaults of @kentro/segments. */
export const DEFAULT_SETTINGS: Settings = {
  ...{ features: "default", categorical: [], scale: "standard", log: [], weights: {}, missing: ["drop"] },
  ...{ k: "auto", seed: 0, edits: [] },
};

/** Whether two settings ask for the same run. */
export function sameSettings(a: Settings, b: Settings): boolean {
  return isDeepStrictEqual(a, b);
}

/** Whether two settings search the same points in the same way, for whatever k: they share an elbow curve. */
export function sameCurve(a: Settings, b: Settings): boolean {
  return sameSettings({ ...a, k: "auto", edits: [] }, { ...b, k: "auto", edits: [] });
}

/** Whether edits alone, none of them too, lead from a run to the other: they search the same, and its edits come first there. */
export function leadsTo(from: Settings, to: Settings): boolean {
  const begun = to.edits.slice(0, from.edits.length);
  return sameSettings({ ...from, edits: [] }, { ...to, edits: [] }) && isDeepStrictEqual(from.edits, begun);
}
