import { mkdir, readdir } from "node:fs/promises";
import { expect, test } from "vitest";
import { fault, folderForEachTest } from "./testing/folder.ts";
import { type SegmentFilesOptions, writeSegmentFiles } from "./write-segment-files.ts";

const folder = folderForEachTest();

const IDS = ["u1", "u2", "u3", "", "u5", "u1", "u7"];
const options: SegmentFilesOptions = {
  segments: [
    { letter: "A", name: "High income, low spending" },
    { letter: "B", name: "=Young" },
  ],
  labels: Int32Array.of(0, 1, 0, 0, -1, 1, 1),
  idName: "customer id",
  ids: (row) => IDS[row],
};

test("writes a list of ids for each segment and an overview, into a folder that it makes", async () => {
  const written = await writeSegmentFiles(folder.path("new/lists"), options);
  expect((await readdir(folder.path("new/lists"))).sort()).toEqual([
    "overview.csv",
    "segment-A-high-income-low-spending.csv",
    "segment-B-young.csv",
  ]);
  expect(await folder.text("new/lists/segment-A-high-income-low-spending.csv")).toBe("customer id\nu1\nu3\n");
  expect(await folder.text("new/lists/segment-B-young.csv")).toBe("customer id\nu2\nu7\n");
  expect(await folder.text("new/lists/overview.csv")).toBe(
    'segment,name,customers,share\nA,"High income, low spending",3,0.5\nB,\'=Young,3,0.5\n',
  );
  expect(written).toEqual({
    files: [
      { path: folder.path("new/lists/segment-A-high-income-low-spending.csv"), segment: 0, part: "all", ids: 2 },
      { path: folder.path("new/lists/segment-B-young.csv"), segment: 1, part: "all", ids: 2 },
    ],
    overview: folder.path("new/lists/overview.csv"),
    missingIds: 1,
    repeatedIds: 1,
  });
});

test("draws a control group from each segment, the same with the same seed", async () => {
  const rows = 1000;
  const many: SegmentFilesOptions = {
    segments: [
      { letter: "A", name: "Big spenders", value: { total: 12_345.678, share: 0.75 } },
      { letter: "B", name: "Others", value: { total: -5, share: null } },
      { letter: "C", name: "Nobody", value: { total: 0, share: 0 } },
    ],
    labels: Int32Array.from({ length: rows }, (_, row) => (row % 4 === 0 ? 1 : 0)),
    idName: "id",
    ids: (row) => `C${row}`,
    holdout: 0.1,
    seed: 7,
  };
  const { files } = await writeSegmentFiles(folder.path("a"), many);
  expect(files.map(({ part, ids }) => [part, ids])).toEqual([
    ["contact", 675],
    ["control", 75],
    ["contact", 225],
    ["control", 25],
    ["contact", 0],
    ["control", 0],
  ]);
  const read = async (name: string): Promise<string[]> => (await folder.text(name)).trim().split("\n").slice(1);
  const control = await read("a/segment-A-big-spenders-control.csv");
  const contact = await read("a/segment-A-big-spenders-contact.csv");
  const all = Array.from({ length: rows }, (_, row) => row).filter((row) => row % 4 !== 0);
  expect([...control, ...contact].sort()).toEqual(all.map((row) => `C${row}`).sort());
  expect(await folder.text("a/segment-C-nobody-control.csv")).toBe("id\n");
  expect(await folder.text("a/overview.csv")).toBe(
    [
      "segment,name,customers,share,contact,control,value_total,value_share",
      "A,Big spenders,750,0.75,675,75,12345.68,0.75",
      "B,Others,250,0.25,225,25,-5,",
      "C,Nobody,0,0,0,0,0,0",
      "",
    ].join("\n"),
  );
  await writeSegmentFiles(folder.path("b"), many);
  await writeSegmentFiles(folder.path("c"), { ...many, seed: 8 });
  expect(await read("b/segment-A-big-spenders-control.csv")).toEqual(control);
  expect(await read("c/segment-A-big-spenders-control.csv")).not.toEqual(control);
});

test("writes what Excel opens well where asked to, and disarms ids", async () => {
  const asked = { ...options, excel: true, ids: (row: number) => ["=1+1", "-5", "x", "", "", "", "y"][row] };
  await writeSegmentFiles(folder.path("x"), asked);
  expect(await folder.text("x/segment-A-high-income-low-spending.csv")).toBe("\ufeffcustomer id\r\n'=1+1\r\nx\r\n");
  expect(await folder.text("x/overview.csv")).toBe(
    '\ufeffsegment;name;customers;share\r\nA;"High income, low spending";3;"0,5"\r\nB;\'=Young;3;"0,5"\r\n',
  );
});

test("writes nothing where one of the files exists already, and replaces them when asked to", async () => {
  await mkdir(folder.path("x"));
  await folder.file("x/segment-B-young.csv", "mine");
  await folder.file("x/other.txt", "mine");
  const error = await fault("EXISTS", writeSegmentFiles(folder.path("x"), options));
  expect(error.message).toBe(
    `${folder.path("x/segment-B-young.csv")} exists already, and is not overwritten unless asked for.`,
  );
  expect((await readdir(folder.path("x"))).sort()).toEqual(["other.txt", "segment-B-young.csv"]);
  await writeSegmentFiles(folder.path("x"), { ...options, overwrite: true });
  expect(await folder.text("x/segment-B-young.csv")).toBe("customer id\nu2\nu7\n");
  expect(await folder.text("x/other.txt")).toBe("mine");
});

test("leaves nothing new behind when it fails or is aborted in the middle", async () => {
  const abort = new AbortController();
  const reason = new Error("enough");
  const rows = 10_000;
  const second = { letter: "B", name: "Others" };
  const aborted = writeSegmentFiles(folder.path("new/lists"), {
    segments: [{ letter: "A", name: "First" }, second],
    labels: new Int32Array(rows).map((_, row) => row % 2),
    idName: "id",
    ids: (row) => String(row),
    signal: abort.signal,
  });
  const firstAppears = async (): Promise<void> => {
    for (;;) {
      const names = await readdir(folder.path("new/lists")).catch((): string[] => []);
      if (names.includes("segment-A-first.csv")) return;
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  await Promise.race([firstAppears(), aborted]);
  abort.abort(reason);
  await expect(aborted).rejects.toBe(reason);
  expect(await folder.names()).toEqual([]);

  await mkdir(folder.path("x/overview.csv"), { recursive: true });
  await fault("IS_DIRECTORY", writeSegmentFiles(folder.path("x"), options));
  expect(await readdir(folder.path("x"))).toEqual(["overview.csv"]);
});

test("says that a file cannot hold files", async () => {
  await folder.file("x", "mine");
  for (const name of ["x", "x/y"]) {
    const error = await fault("NO_FOLDER", writeSegmentFiles(folder.path(name), options));
    expect(error.message).toBe(`${folder.path(name)} cannot be written to: it is, or lies in, a file.`);
  }
});

test("writes into its folder only, and no list over another, whatever letters and names come", async () => {
  const letters = ["../../x", "a/b", "a\0b", "", "a", "A", "CON"];
  const segments = letters.map((letter) => ({ letter, name: "n" }));
  const labels = Int32Array.from(letters.keys());
  const { files } = await writeSegmentFiles(folder.path("lists"), { ...options, segments, labels });
  const names = ["x-n", "ab-n", "ab-n_2", "n", "a-n", "A-n_2", "CON-n"];
  expect(files.map(({ path }) => path)).toEqual(names.map((name) => folder.path(`lists/segment-${name}.csv`)));
  expect(await folder.names()).toEqual(["lists"]);
});

test("refuses a share that is none", async () => {
  for (const holdout of [-0.1, 1.1, Number.NaN]) {
    await expect(writeSegmentFiles(folder.path("x"), { ...options, holdout })).rejects.toThrow(
      `Expected a holdout from 0 to 1, got ${holdout}`,
    );
  }
  expect(await folder.names()).toEqual([]);
});
