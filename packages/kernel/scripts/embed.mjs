// Writes the compiled module as a base64 TypeScript module, so that it travels inside the JavaScript: no fetch, no file
// system, no bundler plug-in.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";

const from = new URL("../build/kernel.wasm", import.meta.url);
const to = new URL("../src/generated/wasm.ts", import.meta.url);

mkdirSync(new URL(".", to), { recursive: true });
writeFileSync(to, `export const wasmBase64: string = "${readFileSync(from).toString("base64")}";\n`);
