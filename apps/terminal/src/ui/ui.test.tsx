import { stripVTControlCharacters } from "node:util";
import { render } from "ink-testing-library";
import { afterEach, describe, expect, it } from "vitest";
import { type Session, sessionOf } from "./session.ts";
import type { Asking } from "./state/dialog.ts";
import type { Effect } from "./state/event.ts";
import { inputOf } from "./state/input.ts";
import type { State } from "./state/state.ts";
import { type Step, still } from "./state/step.ts";
import { computing, ready, shopCurve, shopResult } from "./testing/shop.ts";
import { Ui } from "./ui.tsx";
import type { WorkProgress } from "./work/protocol.ts";

interface Opened {
  readonly session: Session;
  readonly effects: readonly Effect[];
  readonly lines: () => readonly string[];
  readonly type: (text: string) => Promise<void>;
}

const close: (() => void)[] = [];
afterEach(() => {
  for (const each of close.splice(0)) each();
});

async function open(state: State): Promise<Opened> {
  const effects: Effect[] = [];
  const session = sessionOf(still(state), (effect) => effects.push(effect));
  const { stdin, lastFrame, unmount } = render(<Ui session={session} />);
  close.push(unmount);
  await drawn();
  const type = async (text: string): Promise<void> => {
    stdin.write(text);
    await drawn();
  };
  return { session, effects, type, lines: () => stripVTControlCharacters(lastFrame() ?? "").split("\n") };
}

/** React draws, and listens for keys, in turns of the event loop. */
async function drawn(): Promise<void> {
  for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setImmediate(resolve));
}

describe("the UI", () => {
  it("draws the frame and nothing beside it", async () => {
    const { lines } = await open(ready());
    expect(lines()).toHaveLength(23);
    expect(lines()[3]).toMatch(/^▸A 5 +45\.5 % █+ +│/);
  });

  it("answers keys as terminals send them", async () => {
    const { type, session, lines } = await open(ready());
    await type("\x1b[B");
    expect(session.state().segment).toBe(1);
    await type("4");
    expect(session.state().screen).toBe("customers");
    await type("\x1b[6~");
    expect(session.state().customers.cursor).toBe(11);
    await type("?");
    expect(lines().join("\n")).toContain("Ctrl-C");
    await type("\x1b");
    expect(session.state().dialog.kind).toBe("none");
  });

  it("takes a line typed at once, and Enter after it", async () => {
    const taken: string[] = [];
    const take = (state: State, text: string): Step => {
      taken.push(text);
      return still(state);
    };
    const dialog: Asking = { kind: "asking", label: "Save as", input: inputOf("shop.csv"), advice: null, take };
    const { type, lines } = await open({ ...ready(), dialog });
    expect(lines().at(-2)).toContain(" Save as: shop.csv ");
    await type("\x15");
    await type("my shop.csv");
    await type("\r");
    expect(taken).toEqual(["my shop.csv"]);
  });

  it("leaves on q and, where a job runs, on the second Ctrl-C", async () => {
    const idle = await open(ready());
    await idle.type("q");
    expect(idle.effects).toEqual([{ type: "quit" }]);
    const busy = await open(computing());
    await busy.type("\x03");
    expect(busy.effects).toEqual([{ type: "send", request: { type: "cancel", lane: "run" } }]);
    expect(busy.lines().join("\n")).toContain("Stopped: r runs it again.");
    await busy.type("\x03");
    expect(busy.effects.at(-1)).toEqual({ type: "quit" });
  });

  it("shows what the worker answers, and where it is until then", async () => {
    const { session, lines } = await open(computing());
    const id = session.state().lastId;
    const counts = { k: 5, restart: 3, restarts: 10, iteration: 17, fall: 0.004, fraction: 0.5, elapsedMs: 2100 };
    const progress: WorkProgress = { kind: "computing", stage: "iterating", ...counts };
    session.dispatch({ type: "reply", reply: { type: "progress", id, progress } });
    await drawn();
    expect(lines().at(-2)).toContain("50 %  k=5  restart 3/10  iteration 17  2.1 s  ~2.1 s left  Esc stops");
    session.dispatch({ type: "reply", reply: { type: "segmented", id, result: shopResult() } });
    session.dispatch({ type: "reply", reply: { type: "curve", id, curve: shopCurve() } });
    await drawn();
    expect(lines()[1]).toContain("3 segments of 11 customers.");
  });

  it("draws anew when the window changes", async () => {
    const { session, lines } = await open(ready());
    session.dispatch({ type: "resized", size: { columns: 40, rows: 12 } });
    await drawn();
    expect(lines()).toHaveLength(11);
    expect(lines()[0]).toContain("3/6 Segments");
  });
});
