import { expect } from "vitest";
import { replied } from "../../../state/reply.ts";
import type { State } from "../../../state/state.ts";
import { pressed } from "../../../testing/pressed.ts";
import { DEFAULTS, ready } from "../../../testing/shop.ts";
import { widthOf } from "../../../text/line.ts";
import type { Place, Saved, WriteReply } from "../../../work/export/protocol.ts";
import { exportView } from "../view.ts";

/** The screen as it is when it is gone to. */
export function onExport(): State {
  return pressed(ready(), "6").state;
}

/** The screen's lines, without the spaces at their ends. Each must be as wide as the room, and all as high. */
export function shown(state: State, width = 80, height = 19): string[] {
  const lines = exportView(state, { width, height, panes: "one" });
  expect(lines).toHaveLength(height);
  for (const line of lines) expect(widthOf(line)).toBe(width);
  return lines.map((line) =>
    line
      .map(({ text }) => text)
      .join("")
      .trimEnd(),
  );
}

/** A place with nothing there and nothing wrong. */
export function place(option: Place["option"], path: string, more: Partial<Place> = {}): Place {
  return { option, path, full: `/home/ann/${path}`, shown: path, there: null, fault: null, ...more };
}

/** The screen after the worker looked at the places. */
export function looked(state: State, ...places: readonly Place[]): State {
  return replied(state, { type: "looked", id: state.export.look?.id ?? 0, places }).state;
}

/** Labels that were saved. */
export const SAVED: Saved = {
  ...{ option: "--out", path: "/home/ann/shop-segments.csv", shown: "shop-segments.csv", bytes: 8449, files: 1 },
  ...{ source: "shop.csv", settings: DEFAULTS },
};

/** The screen after w was pressed, and what the worker answers to that. */
export function writing(...replies: readonly ((id: number) => WriteReply)[]): State {
  const begun = pressed(onExport(), "w").state;
  const id = begun.writing?.id ?? 0;
  return replies.reduce((state, reply) => replied(state, reply(id)).state, begun);
}
