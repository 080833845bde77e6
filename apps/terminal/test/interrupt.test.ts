import { spawn } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { mallCsv } from "./mall-csv.ts";
import { type Ended, environment, kentro, outcome, PROGRAM, workplace } from "./program.ts";
import { ordersCsv } from "./shop.ts";
import { kentroIn } from "./terminal.ts";

let place: ReturnType<typeof workplace>;
beforeEach(() => {
  place = workplace();
  writeFileSync(place.at("mall.csv"), mallCsv());
});
afterEach(() => place.remove());

const everything = ["--resamples", "0", "--out", "labelled.csv", "--model", "model.json", "--report", "report.html"];
const interrupted = { code: 130, stdout: "", stderr: "kentro: interrupted.\n" };

describe("Ctrl-C", () => {
  it("ends a command at work with 130, and leaves no file", async () => {
    writeFileSync(place.at("noise.csv"), noiseCsv(20_000));
    const args = ["segment", "noise.csv", "--k", "100", "--restarts", "1000000", ...everything];
    const terminal = kentroIn(args, { cwd: place.path });
    await terminal.until(() => /k=100 .*restart \d+/.test(terminal.text()));
    terminal.type("\x03");
    expect(await terminal.ended).toBe(130);
    expect(terminal.text().trim()).toBe("kentro: interrupted.");
    expect(terminal.written()).not.toContain("\x1b");
    expect(readdirSync(place.path)).toEqual(["mall.csv", "noise.csv"]);
  });

  it("ends it while the file is read", async () => {
    expect(await interruptedAt("mall.csv", 1, ["segment", "mall.csv", ...everything])).toEqual(interrupted);
    expect(readdirSync(place.path)).toEqual(["mall.csv"]);
  });

  it("ends it while a file is written, and removes what was written of it", async () => {
    expect(await interruptedAt(".part", 1, ["segment", "mall", "--k", "5", ...everything])).toEqual(interrupted);
    expect(readdirSync(place.path)).toEqual(["mall.csv"]);
  });

  it("ends whatever else reads and writes files, at either", async () => {
    const made = "segment mall.csv --k 2 --resamples 0 --id customer --model model.json --out labelled.csv".split(" ");
    expect((await kentro(made, place.path)).code).toBe(0);
    writeFileSync(place.at("orders.csv"), ordersCsv());
    writeFileSync(place.at("moved.csv"), readFileSync(place.at("labelled.csv"), "utf8").replaceAll(",A,", ",B,"));
    const before = readdirSync(place.path);
    const orders = "rfm orders.csv --customer id --date ordered_at --amount total --k 2 --resamples 0";
    for (const [ending, command] of [
      ["mall.csv", "elbow mall.csv --k-max 2"],
      ["mall.csv", "predict model.json mall.csv --out predicted.csv"],
      [".part", "predict model.json mall.csv --out predicted.csv"],
      ["mall.csv", "drift model.json mall.csv"],
      ["moved.csv", "migrate labelled.csv moved.csv --id customer"],
      [".part", "migrate labelled.csv moved.csv --id customer --out moves.csv"],
      ["orders.csv", `${orders} --out customers.csv`],
      [".part", `${orders} --out customers.csv`],
    ] as const) {
      expect({ command, ...(await interruptedAt(ending, 1, command.split(" "))) }).toEqual({ command, ...interrupted });
      expect(readdirSync(place.path)).toEqual(before);
    }
  });

  it("pressed twice ends it at once, and nothing is left either", async () => {
    const twice = await interruptedAt(".part", 2, ["segment", "mall", "--k", "5", ...everything]);
    expect(twice).toMatchObject({ code: 130, stdout: "" });
    expect(readdirSync(place.path)).toEqual(["mall.csv"]);
  });
});

/** Rows without clusters, which leave a search with much to try. */
function noiseCsv(rows: number): string {
  let state = 1;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 8;
  };
  return `x,y\n${Array.from({ length: rows }, () => `${next()},${next()}\n`).join("")}`;
}

/** Runs the program and interrupts it, some times, as soon as it has opened a file whose name ends in `ending`. */
async function interruptedAt(ending: string, times: number, args: readonly string[]): Promise<Ended> {
  const module = `data:text/javascript,${encodeURIComponent(INTERRUPTING)}`;
  const child = spawn(process.execPath, ["--import", module, PROGRAM, ...args], {
    cwd: place.path,
    env: { ...environment, INTERRUPTED_AT: ending, TIMES: String(times) },
    stdio: ["ignore", "pipe", "pipe"],
  });
  return await outcome(child);
}

const INTERRUPTING = `
  import files from "node:fs/promises";
  import { syncBuiltinESMExports } from "node:module";
  const { open } = files;
  const interrupt = () => new Promise((heard) => {
    const waiting = setInterval(() => {}, 1000);
    process.once("SIGINT", () => {
      clearInterval(waiting);
      heard();
    });
    process.kill(process.pid, "SIGINT");
  });
  files.open = async (path, ...rest) => {
    const file = await open(path, ...rest);
    if (String(path).endsWith(process.env.INTERRUPTED_AT)) {
      for (let times = 0; times < Number(process.env.TIMES); times++) await interrupt();
    }
    return file;
  };
  syncBuiltinESMExports();
`;
