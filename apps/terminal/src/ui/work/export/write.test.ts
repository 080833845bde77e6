import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DEFAULTS } from "../../testing/shop.ts";
import { type Desk, deskOf } from "../desk.ts";
import type { Reply, Request } from "../protocol.ts";
import type { OutputOption, Wanted } from "./protocol.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "kentro-write-"));
  const rows = Array.from({ length: 60 }, (_, i) => `${(i % 3) * 50 + (i % 7)},${(i % 3) * 20 + (i % 5)}\n`);
  writeFileSync(at("shop.csv"), `spend,visits\n${rows.join("")}`);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const at = (name: string): string => join(folder, name);
const to = (option: OutputOption, name: string): Wanted => ({ option, path: at(name) });
const written = (...outputs: readonly Wanted[]): Extract<Request, { type: "write" }> => ({
  ...{ type: "write", id: 3, run: 2, source: at("shop.csv"), outputs, replace: [] },
});
const all = (): Wanted[] => [
  ...[to("--out", "l.csv"), to("--model", "m.json"), to("--report", "r.html"), to("--charts", "pictures")],
];

/** A desk on the shop's three segments, and what it answers to a request. */
async function atWork(): Promise<{ desk: Desk; answers(request: Request): Promise<Reply[]> }> {
  let replies: Reply[] = [];
  const desk = deskOf((reply) => replies.push(reply));
  const answers = async (request: Request): Promise<Reply[]> => {
    replies = [];
    desk.take(request);
    await desk.idle();
    return replies;
  };
  await answers({ type: "open", id: 1, source: at("shop.csv") });
  await answers({ type: "run", id: 2, settings: { ...DEFAULTS, k: 3 }, carry: [], wanted: [], curve: false });
  return { desk, answers };
}

describe("writing", () => {
  it("writes all that is asked for, says what it is at, and how much each is", async () => {
    const { answers } = await atWork();
    const replies = await answers(written(...all()));
    expect(replies.flatMap((reply) => (reply.type === "writing" ? [reply.what] : []))).toEqual([
      ...["Drawing the report", "Drawing the charts", `Writing ${at("l.csv")} (1 of 4)`],
      ...[`Writing ${at("m.json")} (2 of 4)`, `Writing ${at("r.html")} (3 of 4)`, `Writing ${at("pictures")} (4 of 4)`],
    ]);
    expect(replies.at(-1)).toEqual({ type: "allWritten", id: 3 });
    const saved = replies.flatMap((reply) => (reply.type === "written" ? [reply.saved] : []));
    expect(saved.map(({ option, path }) => ({ option, path }))).toEqual(all());
    expect(saved[0]).toMatchObject({ files: 1, source: at("shop.csv"), settings: { k: 3 } });
    expect(saved[0]?.bytes).toBe(readFileSync(at("l.csv")).length);
    expect(saved[3]?.files).toBe(readdirSync(at("pictures")).length);
    expect(readFileSync(at("l.csv"), "utf8")).toMatch(/^spend,visits,segment,segment_name\n/);
    expect(JSON.parse(readFileSync(at("m.json"), "utf8"))).toMatchObject({ format: "kentro-segmentation" });
    expect(readdirSync(folder).sort()).toEqual(["l.csv", "m.json", "pictures", "r.html", "shop.csv"]);
  });

  it("puts the command line that writes the same into the report", async () => {
    const { answers } = await atWork();
    await answers(written(to("--out", "l.csv"), to("--report", "r.html")));
    const command = `kentro segment ${at("shop.csv")} --k 3 --out ${at("l.csv")} --report ${at("r.html")}`;
    expect(readFileSync(at("r.html"), "utf8")).toContain(command);
  });

  it("writes nothing at all where something is there already, until it may be replaced", async () => {
    const { answers } = await atWork();
    writeFileSync(at("r.html"), "mine");
    const job = written(to("--out", "l.csv"), to("--report", "r.html"));
    const place = { path: at("r.html"), shown: at("r.html") };
    expect(await answers(job)).toEqual([{ type: "exists", id: 3, places: [place] }]);
    expect(readdirSync(folder)).not.toContain("l.csv");
    expect(readFileSync(at("r.html"), "utf8")).toBe("mine");
    const replies = await answers({ ...job, replace: [at("r.html")] });
    expect(replies.at(-1)).toEqual({ type: "allWritten", id: 3 });
    expect(readFileSync(at("r.html"), "utf8")).toMatch(/^<!doctype html>/i);
  });

  it("asks before pictures in a folder are replaced, and leaves what else is in it", async () => {
    const { answers } = await atWork();
    const job = written(to("--charts", "pictures"));
    mkdirSync(at("pictures"));
    writeFileSync(at("pictures/notes.txt"), "mine");
    expect((await answers(job)).at(-1)).toMatchObject({ type: "allWritten" });
    expect(await answers(job)).toMatchObject([{ type: "exists" }]);
    expect((await answers({ ...job, replace: [at("pictures")] })).at(-1)).toMatchObject({ type: "allWritten" });
    expect(readFileSync(at("pictures/notes.txt"), "utf8")).toBe("mine");
  });

  it.each([
    ["the table itself", [["--out", "shop.csv"]], /shop\.csv" is the file that is read: it stays as it is/],
    ["the table by another name", [["--out", "link.csv"]], /link\.csv" is the file that is read/],
    [
      "two things in one file",
      [
        ["--model", "a"],
        ["--report", "a"],
      ],
      /a" would be both the model and the report/,
    ],
    ["a folder that is not there", [["--report", "no/r.html"]], /cannot be written: there is no folder "\S+no"/],
    ["a folder instead of a file", [["--model", "sub"]], /sub" is no file that can be replaced/],
    ["a file instead of a folder", [["--charts", "file"]], /file" is a file, not a folder/],
    ["what is not written", [["--out", "l.xlsx"]], /only CSV/],
  ] as const)("refuses %s before any work, in a sentence", async (_, wanted, sentence) => {
    const { answers } = await atWork();
    mkdirSync(at("sub"));
    writeFileSync(at("file"), "");
    symlinkSync(at("shop.csv"), at("link.csv"));
    const before = readdirSync(folder);
    const replies = await answers(written(to("--charts", "new"), ...wanted.map(([option, name]) => to(option, name))));
    expect(replies).toEqual([{ type: "failed", id: 3, message: expect.stringMatching(sentence) }]);
    expect(readdirSync(folder)).toEqual(before);
  });

  it("does not label a file that has changed since it was read, but writes what needs no file", async () => {
    const { answers } = await atWork();
    const rows = readFileSync(at("shop.csv"), "utf8").trimEnd().split("\n");
    writeFileSync(at("shop.csv"), [rows[0], ...rows.slice(1).reverse(), ""].join("\n"));
    utimesSync(at("shop.csv"), 1, 1);
    const message = `"${at("shop.csv")}" has changed since it was read: O opens it again.`;
    expect(await answers(written(...all()))).toEqual([{ type: "failed", id: 3, message }]);
    expect(readdirSync(folder)).toEqual(["shop.csv"]);
    expect((await answers(written(...all().slice(1)))).at(-1)).toEqual({ type: "allWritten", id: 3 });
  });

  it("stops between files: what is complete stays, and nothing is half-written", async () => {
    const replies: Reply[] = [];
    const desk = deskOf((reply) => {
      replies.push(reply);
      if (reply.type === "written") desk.take({ type: "cancel", lane: "write" });
    });
    for (const request of [
      { type: "open", id: 1, source: at("shop.csv") },
      { type: "run", id: 2, settings: { ...DEFAULTS, k: 3 }, carry: [], wanted: [], curve: false },
      written(...all()),
    ] as const) {
      desk.take(request);
      await desk.idle();
    }
    expect(replies.filter(({ type }) => type === "written")).toHaveLength(1);
    expect(replies.at(-1)?.type).not.toBe("allWritten");
    expect(readdirSync(folder).sort()).toEqual(["l.csv", "shop.csv"]);
  });
});

describe("a look", () => {
  it("says what is at each place and what is wrong with it", async () => {
    const { answers } = await atWork();
    writeFileSync(at("m.json"), "1234");
    const outputs = [to("--out", "l.csv"), to("--model", "m.json"), to("--report", "no/r.html")];
    const [seen] = await answers({
      ...{ type: "look", id: 9, source: at("shop.csv") },
      outputs: outputs.map((each) => ({ ...each, wanted: true })),
    });
    expect(seen).toMatchObject({
      ...{ type: "looked", id: 9 },
      places: [
        { ...outputs[0], full: at("l.csv"), there: null, fault: null },
        { ...outputs[1], there: { bytes: 4, files: 1 }, fault: null },
        { ...outputs[2], there: null, fault: expect.stringContaining("there is no folder") },
      ],
    });
  });

  it("tells of a place that cannot be looked at, and of the others", async () => {
    symlinkSync("circle.csv", at("circle.csv"));
    const { answers } = await atWork();
    const outputs = [to("--out", "circle.csv"), to("--model", `${"m".repeat(300)}.json`), to("--report", "r.html")];
    const [reply] = await answers({
      ...{ type: "look", id: 4, source: at("shop.csv") },
      outputs: outputs.map((each) => ({ ...each, wanted: true })),
    });
    if (reply?.type !== "looked") throw new Error("expected a look");
    expect(reply.places.map(({ fault }) => fault)).toEqual([
      `"${at("circle.csv")}" cannot be opened: its symbolic links go round in a circle.`,
      expect.stringMatching(/cannot be opened: its name is too long\.$/),
      null,
    ]);
  });

  it("has nothing against two things in one file as long as only one of them is wanted", async () => {
    const { answers } = await atWork();
    const [seen] = await answers({
      ...{ type: "look", id: 9, source: at("shop.csv") },
      outputs: [
        { ...to("--model", "a"), wanted: false },
        { ...to("--report", "a"), wanted: true },
      ],
    });
    expect(seen).toMatchObject({ places: [{ fault: null }, { fault: null }] });
  });
});
