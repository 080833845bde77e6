import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { kentro, workplace } from "./program.ts";
import { csvOf, ordersCsv, shop } from "./shop.ts";

const schemas = fileURLToPath(new URL("../schema", import.meta.url));
const place = workplace();
afterAll(() => place.remove());

const RFM = "orders.csv --customer id --date ordered_at --amount total --k 3 --resamples 3";

/** Words of a command line have no spaces in these tests, but edits have. */
const EDITED =
  "segment mall --k 4 --resamples 0 --edit merge_A,B --edit split_A --edit rename_B=Best --edit note_B=May";

/** What was printed, by the command line: the first word names the schema. */
const COMMANDS = [
  "segment shop.csv --k-max 4 --resamples 3 --value spending --id customer",
  "segment shop.csv --k 3 --resamples 0 --categorical plan --weight income=2 --log spending --clip 1%",
  "segment gaps.csv --k 2 --resamples 3 --value spending --missing median,category --categorical plan",
  "segment gaps.csv --k 2 --resamples 0",
  "segment mall --k 1",
  EDITED,
  "segment mall --k 2 --features age --restarts 1 --resamples 2 --scale none",
  "segment mall --feature age --k-max 3 --resamples 0",
  "segment twice.csv --features spending --k 2 --resamples 0",
  `rfm ${RFM}`,
  `rfm ${RFM} --order order --value margin --as-of 2026-03-20`,
  "elbow mall --k-max 3",
  "elbow gaps.csv --k-max 2 --categorical plan --log spending",
  "predict model.json shop.csv",
  "predict plain.json gaps.csv",
  "drift model.json shop.csv",
  "drift model.json next.csv",
  "drift plain.json gaps.csv",
  "migrate before.csv before.csv --id customer",
  "migrate before.csv after.csv --id customer --value spending",
];

const printed = new Map<string, string>();

beforeAll(async () => {
  const customers = shop();
  const next = shop(150, 75).map((each, row) => ({ ...each, plan: row < 20 ? "gold" : each.plan }));
  const gaps = customers.map((each, row) => ({
    ...each,
    spending: row === 4 ? "" : row === 5 ? "much" : each.spending,
    plan: row === 6 ? "" : each.plan,
  }));
  writeFileSync(place.at("shop.csv"), csvOf(customers));
  writeFileSync(place.at("next.csv"), csvOf(next));
  writeFileSync(place.at("gaps.csv"), csvOf(gaps));
  writeFileSync(place.at("twice.csv"), csvOf([...customers, ...customers]));
  writeFileSync(place.at("orders.csv"), ordersCsv());
  const three = "--k 3 --resamples 0";
  await run(`segment shop.csv ${three} --features all --categorical plan --model model.json --out before.csv`);
  await run(`segment shop.csv ${three} --model plain.json`);
  // Other letters for other segments of customers of whom some were there before: they are matched by overlap.
  await run("segment next.csv --k 4 --resamples 0 --features visits --out after.csv");
  for (const command of COMMANDS) printed.set(command, await run(`${command} --json`));
});

async function run(command: string): Promise<string> {
  const { code, stdout, stderr } = await kentro(
    command.split(" ").map((word, at, words) => (words[at - 1] === "--edit" ? word.replace("_", " ") : word)),
    place.path,
  );
  expect({ command, code, stderr }).toEqual({ command, code: 0, stderr: "" });
  return stdout;
}

const ajv = new Ajv2020({ strict: true });
const validators = new Map<string, ReturnType<typeof ajv.compile>>();

/** What is wrong with what a command printed, by the schema of that name. */
function faults(name: string, object: unknown): readonly string[] {
  const known = validators.get(name);
  const valid = known ?? ajv.compile(JSON.parse(readFileSync(join(schemas, `${name}.schema.json`), "utf8")));
  validators.set(name, valid);
  valid(object);
  return (valid.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

function nameOf(command: string): string {
  return command.split(" ")[0] ?? "";
}

describe("the JSON of each command is as its schema says", () => {
  it.each(COMMANDS)("kentro %s", (command) => {
    expect(faults(nameOf(command), JSON.parse(printed.get(command) ?? ""))).toEqual([]);
  });

  it("and there is a schema for each command that prints JSON, and no other", () => {
    const names = readdirSync(schemas).map((file) => file.replace(".schema.json", ""));
    expect(names.sort()).toEqual([...new Set(COMMANDS.map(nameOf))].sort());
  });
});

describe("a schema", () => {
  const one = COMMANDS.filter((command, at) => COMMANDS.findIndex((other) => nameOf(other) === nameOf(command)) === at);

  it.each(one)("does not pass another shape than that of kentro %s", (command) => {
    const found: unknown = JSON.parse(printed.get(command) ?? "");
    const places = placesIn(found);
    expect(places.length).toBeGreaterThan(10);
    for (const { where, change } of places) {
      const changed = structuredClone(found);
      change(changed);
      expect({ where, faults: faults(nameOf(command), changed) }).not.toEqual({ where, faults: [] });
    }
  });
});

interface Place {
  readonly where: string;
  change(object: unknown): void;
}

/**
 * A key too many, a key too few and a value of another type: for the first object found of each shape. What the value of
 * a category rests on is not told of numbers, and any column may be among means.
 */
function placesIn(object: unknown): Place[] {
  const places = new Map<string, Place[]>();
  const visit = (value: unknown, path: readonly (string | number)[]): void => {
    if (!isRecord(value) || path.at(-1) === "means") return;
    if (Array.isArray(value)) {
      visit(value[0], [...path, 0]);
      return;
    }
    const keys = Object.keys(value);
    const where = `${path.filter((part) => typeof part === "string").join(".")}: ${keys.join(" ")}`;
    const at = (change: (found: Record<string, unknown>) => void) => (changed: unknown) => {
      const found = path.reduce<unknown>((inside, part) => (isRecord(inside) ? inside[part] : undefined), changed);
      if (isRecord(found)) change(found);
    };
    if (!places.has(where)) {
      places.set(where, [
        { where: `${where} + another`, change: at((found) => Object.assign(found, { another: 1 })) },
        ...keys.flatMap((key): Place[] => [
          ...(key === "value" && path.includes("evidence")
            ? []
            : [{ where: `${where} - ${key}`, change: at((found) => delete found[key]) }]),
          { where: `${where}: ${key} is false`, change: at((found) => Object.assign(found, { [key]: { false: [] } })) },
        ]),
      ]);
    }
    for (const key of keys) visit(value[key], [...path, key]);
  };
  visit(object, []);
  return [...places.values()].flat();
}

function isRecord(value: unknown): value is Record<string | number, unknown> {
  return typeof value === "object" && value !== null;
}
