import { beforeAll, describe, expect, it } from "vitest";
import type { Size } from "../layout.ts";
import { itemsOf } from "../screens/export/items.ts";
import type { Dialog } from "../state/dialog.ts";
import { inputOf } from "../state/input.ts";
import { replied } from "../state/reply.ts";
import type { ScreenName, State } from "../state/state.ts";
import { still } from "../state/step.ts";
import { folderOf } from "../testing/folder.ts";
import { type Played, played } from "../testing/played.ts";
import { pressed } from "../testing/pressed.ts";
import { beginning, computing, ready } from "../testing/shop.ts";
import type { Reply, WorkProgress } from "../work/protocol.ts";
import { frame } from "./frame.ts";
import { spoken } from "./spoken.ts";

const SIZES: readonly (readonly [columns: number, rows: number])[] = [
  [200, 60],
  [120, 40],
  [80, 24],
  [40, 12],
  [20, 5],
];

/** The keys that lead to each screen, from the one before it. */
const WAY: readonly (readonly [screen: ScreenName, ...keys: readonly string[]])[] = [
  ["segments"],
  ["data", "1", "down", "down"],
  ["elbow", "2"],
  ["customers", "4", "down"],
  ["export", "6"],
  ["compare", "+", "5"],
  ["watch", "-", "p", "space"],
  ["opening", "O"],
];

const sizeOf = ([columns, rows]: (typeof SIZES)[number]): Size => ({ columns, rows });

/** The frame as text, without the spaces at the ends of its lines. */
function textOf(state: State): string {
  const lines = frame(state).map((line) => line.map(({ text }) => text).join(""));
  return lines.map((line) => `${line.trimEnd()}\n`).join("");
}

/** What is seen where files would be written, in a folder that is nobody's. */
function emptyFolder(state: State): Reply {
  const places = itemsOf(state).map(({ option, path }) => {
    return { option, path, full: `/home/ann/${path}`, shown: path, there: null, fault: null };
  });
  return { type: "looked", id: state.export.look?.id ?? 0, places };
}

describe("the mall sample", () => {
  const frames = new Map<string, string>();
  beforeAll(async () => {
    const look = { color: 2, utf8: true, theme: "dark", reader: false } as const;
    const session: Played = await played("mall", sizeOf(SIZES[0]!), look, ["files", "look"]);
    for (const [screen, ...keys] of WAY) {
      await session.press(...keys);
      if (screen === "export") session.answer(emptyFolder(session.state()));
      expect(session.state().screen).toBe(screen);
      const { asked } = session.state().opening;
      if (asked !== null) session.answer(folderOf(asked.id, ["march.csv", "april.parquet", "年収.csv.gz"]));
      for (const size of SIZES) {
        await session.resize(sizeOf(size));
        frames.set(`${screen}-${size.join("x")}`, textOf(session.state()));
      }
      await session.resize(sizeOf(SIZES[0]!));
    }
  });

  it.each(WAY.flatMap(([screen]) => SIZES.map((size) => `${screen}-${size.join("x")}`)))(
    "looks as it did: %s",
    async (name) => {
      await expect(frames.get(name)).toMatchFileSnapshot(`golden/${name}.txt`);
    },
  );
});

/** What may lie over a screen or stand below it, and failures, on the made shop. */
const MOMENTS: Readonly<Record<string, (size: Size) => State>> = {
  help: (size) => pressed(ready(size), "?").state,
  palette: (size) => pressed(ready(size), ":", ..."segm", "down").state,
  asking: (size) => ({ ...ready(size), dialog: ASKING }),
  confirming: (size) => ({ ...ready(size), dialog: CONFIRMING }),
  working: (size) => at(computing(size), PROGRESS),
  failed: (size) => replied(beginning(size), { type: "failed", id: 1, message: '"shop.csv" does not exist.' }).state,
  error: (size) => ({ ...ready(size), message: { tone: "error", text: LONG } }),
};

const LONG = `There is no room for the file: ${"/a/rather/long/folder".repeat(12)}/shop-segments.csv could not be written.`;
const ASKING: Dialog = {
  ...{ kind: "asking", label: "Save as", input: inputOf("shop-segments.csv"), take: still },
  advice: "The folder must exist. Nothing is overwritten without a question.",
};
const CONFIRMING: Dialog = {
  ...{
    kind: "confirming",
    question: '"shop-segments.csv" is there already: replace it?',
    yes: "replace it",
    take: still,
  },
};
const PROGRESS: WorkProgress = {
  ...{ kind: "computing", stage: "iterating", k: 5, restart: 3, restarts: 10, iteration: 17, fall: 0.004 },
  ...{ fraction: 0.26, elapsedMs: 2100 },
};

function at(state: State, progress: WorkProgress): State {
  return replied(state, { type: "progress", id: state.lastId, progress }).state;
}

describe("the made shop", () => {
  it.each(Object.keys(MOMENTS).flatMap((name) => SIZES.map((size) => ({ name, size: sizeOf(size) }))))(
    "looks as it did: $name, $size.columns x $size.rows",
    async ({ name, size }) => {
      const text = textOf(MOMENTS[name]!(size));
      await expect(text).toMatchFileSnapshot(`golden/over/${name}-${size.columns}x${size.rows}.txt`);
    },
  );

  it("is read aloud as it was", async () => {
    await expect(`${spoken(ready()).join("\n")}\n`).toMatchFileSnapshot("golden/over/spoken.txt");
  });
});
