import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, expect, it } from "vitest";
import { mallCsv } from "./mall-csv.ts";
import { kentro, workplace } from "./program.ts";

const schemas = fileURLToPath(new URL("../schema", import.meta.url));
const place = workplace();
afterAll(() => place.remove());

/** What is wrong with what a command printed, by the schema of that name. */
function faults(name: string, stdout: string): unknown {
  const ajv = new Ajv2020({ strict: true, allErrors: true });
  const valid = ajv.compile(JSON.parse(readFileSync(join(schemas, `${name}.schema.json`), "utf8")));
  valid(JSON.parse(stdout));
  return valid.errors ?? [];
}
