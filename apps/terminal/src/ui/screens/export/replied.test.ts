import { describe, expect, it } from "vitest";
import { replied } from "../../state/reply.ts";
import { pressed, sent } from "../../testing/pressed.ts";
import type { WriteReply } from "../../work/export/protocol.ts";
import { onExport, SAVED, writing } from "./testing/exporting.ts";

describe("what the worker answers", () => {
  it("is shown as it goes on, and summed up", () => {
    const busy = writing((id) => ({ type: "writing", id, what: "Drawing the report" }));
    expect(busy.writing?.what).toBe("Drawing the report");
    const done = writing(
      (id) => ({ type: "written", id, saved: SAVED }),
      (id) => ({ type: "allWritten", id }),
    );
    expect(done).toMatchObject({ writing: null, saved: [SAVED], message: { text: "Saved shop-segments.csv." } });
  });

  it("is kept where the file was complete before the stop was heard", () => {
    const stopped = pressed(writing(), "escape").state;
    expect(replied(stopped, { type: "written", id: stopped.lastId, saved: SAVED }).state.saved).toEqual([SAVED]);
  });

  it("keeps a file that was written again once", () => {
    const again = writing(
      (id) => ({ type: "written", id, saved: SAVED }),
      (id) => ({ type: "written", id, saved: { ...SAVED, bytes: 1 } }),
    );
    expect(again.saved).toEqual([{ ...SAVED, bytes: 1 }]);
  });

  const places = [
    { path: "/home/ann/a.csv", shown: "a.csv" },
    { path: "/home/ann/b.html", shown: "b.html" },
  ];
  const exists = (id: number): WriteReply => ({ type: "exists", id, places });

  it("asks before anything is replaced, by name; Enter replaces just these", () => {
    const asked = writing(exists);
    expect(asked.dialog).toMatchObject({ kind: "confirming" });
    expect(asked.dialog).toHaveProperty("question", expect.stringContaining('"a.csv" and "b.html" are there already.'));
    expect(sent(pressed(asked, "enter"), "write")?.replace).toEqual(["/home/ann/a.csv", "/home/ann/b.html"]);
  });

  it("leaves everything as it is after Esc", () => {
    const left = pressed(writing(exists), "escape");
    expect(sent(left, "write")).toBeNull();
    expect(left.state).toMatchObject({ writing: null, saved: [], dialog: { kind: "none" } });
  });

  it("does not turn the Enter of somebody who types into a yes", () => {
    const begun = pressed(onExport(), "w", "enter").state;
    const told = replied(begun, exists(begun.writing?.id ?? 0)).state;
    expect(told.dialog.kind).toBe("asking");
    expect(told.message?.text).toContain("Nothing was written.");
    expect(sent(pressed(told, "enter"), "write")).toBeNull();
  });

  it("says why the writing failed, and what was complete before that", () => {
    const begun = writing((id) => ({ type: "written", id, saved: SAVED }));
    const failed = replied(begun, { type: "failed", id: begun.writing?.id ?? 0, message: "The disk is full." }).state;
    expect(failed).toMatchObject({ writing: null, saved: [SAVED] });
    expect(failed.message).toEqual({ tone: "error", text: "The disk is full. Saved shop-segments.csv." });
  });
});
