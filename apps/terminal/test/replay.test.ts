import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Edit } from "@kentro/segments";
import fc from "fast-check";
import { afterAll, afterEach, expect, it } from "vitest";
import { deskOf } from "../src/ui/work/desk.ts";
import { commandFor } from "../src/ui/work/export/command.ts";
import type { Reply, Request, Result, Settings } from "../src/ui/work/protocol.ts";
import { filesOf } from "./files-of.ts";
import { shell, workplace } from "./program.ts";

const place = workplace();
const home = process.cwd();
afterEach(() => process.chdir(home));
afterAll(() => place.remove());

/** Customers with gaps and a cell that is no number, in columns whose names and texts are hard to say on a command line. */
const FILE = "-my shop.csv";
const NUMBERS = ["spend, net", "-x=1", `'$HOME' "q"`];
const CITIES = ["Oslo", `"Rome, ""IT"""`, "it's"];
const lines = Array.from({ length: 90 }, (_, i) => {
  const group = i % 3;
  const spend = i % 17 === 5 ? "" : String(group * 50 + ((i * 7) % 23) + 0.1 * (i % 10));
  const score = i === 40 ? "n/a" : String(group * 20 + ((i * 13) % 11));
  const city = i % 13 === 3 ? "" : CITIES[(i * i) % 3];
  return [`c${i}`, spend, score, 1 + ((i * 31) % 400), city, i % 2 === 0 ? "yes" : "no"].join();
});
const table = `id,"spend, net",-x=1,'$HOME' "q",city,member\n${lines.join("\n")}\n`;

const WORDS = [`Ann's best, of "all"`, "=cmd()", "<b>x</b> $HOME `id`", " a=b ", "-n", "two\\n \\", "🙂 Größe", "#1!"];

/** An edit as it is wished for: the segment by a number, which letters there are is not known yet. */
interface Wish {
  readonly type: Edit["type"];
  readonly at: number;
  readonly words: string;
}

const wishes = fc.array(
  fc.record<Wish>({
    type: fc.constantFrom("merge", "split", "rename", "note"),
    at: fc.nat(9),
    words: fc.constantFrom(...WORDS),
  }),
  { minLength: 1, maxLength: 4 },
);

const settings: fc.Arbitrary<Settings> = fc
  .record({
    features: fc.subarray([...NUMBERS, "member"], { minLength: 2 }),
    categorical: fc.subarray(["city"]),
    scale: fc.constantFrom("standard", "minmax", "robust", "none"),
    missing: fc.constantFrom(["drop"], ["median", "category"]),
    k: fc.oneof(fc.constant("auto" as const), fc.integer({ min: 2, max: 6 })),
    seed: fc.constantFrom(0, 2 ** 32 - 1),
  })
  .chain((made) => {
    const named = made.features.filter((name) => name !== "member");
    const weight = fc.constantFrom(0.5, 1 / 3, 1e-6);
    const weights = fc.dictionary(fc.constantFrom(...named), weight, { maxKeys: 2 });
    return fc.record({ log: fc.subarray(named), weights }).map((more) => ({ ...made, ...more, edits: [] }));
  });

function editOf({ type, at, words }: Wish, { segmentation }: Result): Edit {
  const letters = segmentation.segments.map(({ letter }) => letter);
  const segment = letters[at % letters.length]!;
  switch (type) {
    case "merge":
      return { type, segments: [segment, letters[(at + 1) % letters.length]!] };
    case "split":
      return { type, segment };
    case "rename":
      return { type, segment, name: words };
    case "note":
      return { type, segment, note: words };
    default:
      return type satisfies never;
  }
}

/** A session of the terminal UI's worker on the file. */
async function session() {
  let replies: Reply[] = [];
  let id = 1;
  const desk = deskOf((reply) => replies.push(reply));
  const asked = async (request: Request): Promise<readonly Reply[]> => {
    replies = [];
    desk.take(request);
    await desk.idle();
    return replies;
  };
  await asked({ type: "open", id, source: FILE });
  return {
    /** Null where it cannot be done. */
    run: async (settings: Settings): Promise<Result | null> => {
      const found = await asked({ type: "run", id: ++id, settings, carry: [], wanted: [], curve: false });
      return found.flatMap((reply) => (reply.type === "segmented" ? [reply.result] : []))[0] ?? null;
    },
    /** Writes everything there is to write, and returns the command line that does it again. */
    write: async ({ run, settings }: Result): Promise<string> => {
      const outputs = [
        { option: "--out", path: "labels.csv" },
        { option: "--model", path: "model.json" },
        { option: "--report", path: "report.html" },
        { option: "--charts", path: "pictures" },
      ] as const;
      const answers = await asked({ type: "write", id: ++id, run, source: FILE, outputs, replace: [] });
      expect(answers.at(-1)).toMatchObject({ type: "allWritten" });
      const saved = answers.flatMap((reply) => (reply.type === "written" ? [reply.saved] : []));
      return commandFor(FILE, settings, saved);
    },
  };
}

it("writes the very same files from the command line of a session, whatever was prepared and edited in it", async () => {
  let [runs, edits] = [0, 0];
  await fc.assert(
    fc.asyncProperty(settings, wishes, async (asked, all) => {
      const folders = [place.at(`session ${++runs}`), place.at(`script ${runs}`)] as const;
      for (const folder of folders) {
        mkdirSync(folder);
        writeFileSync(join(folder, FILE), table);
      }
      process.chdir(folders[0]);
      const { run, write } = await session();
      let shown = await run(asked);
      fc.pre(shown !== null);
      for (const wish of all) {
        const { settings } = shown!;
        const edited: Result | null = await run({ ...settings, edits: [...settings.edits, editOf(wish, shown!)] });
        if (edited === null) continue;
        shown = edited;
        edits++;
      }
      const command = await write(shown!);
      const ended = await shell(command.replace(/^kentro/, 'node "$0"'), folders[1]);
      expect(ended, command).toMatchObject({ code: 0, stderr: "" });
      expect(filesOf(folders[1])).toEqual(filesOf(folders[0]));
    }),
    { seed: 4, numRuns: 4, endOnFailure: true },
  );
  expect(edits).toBeGreaterThan(4);
});
