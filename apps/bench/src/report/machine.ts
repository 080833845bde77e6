import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { availableParallelism, cpus, loadavg, totalmem } from "node:os";
import { dirname, join } from "node:path";

/** Where something was measured. */
export interface Machine {
  readonly platform: string;
  readonly processor: string;
  readonly cores: number;
  readonly memoryBytes: number;
  /** Processes that wanted to run in the minute before: more than none, and times are those of a busy machine. */
  readonly load: number;
}

export function thisMachine(): Machine {
  return {
    platform: `${process.platform} ${process.arch}`,
    processor: cpus()[0]?.model ?? "unknown",
    cores: availableParallelism(),
    memoryBytes: totalmem(),
    load: loadavg()[0] ?? 0,
  };
}

/** The machine in a line. */
export function machineLine({ processor, cores, platform, memoryBytes, load }: Machine): string {
  return `${processor}, ${cores} cores, ${(memoryBytes / 2 ** 30).toFixed(1)} GiB, ${platform}, load ${load.toFixed(1)}`;
}

/** Versions of Node and of the packages that are compared. */
export function packageVersions(): Readonly<Record<string, string>> {
  const names = ["@kentro/core", "ml-kmeans", "skmeans", "@thi.ng/k-means"];
  return Object.fromEntries([["node", process.versions.node], ...names.map((name) => [name, versionOf(name)])]);
}

/** The manifest is looked for upwards from the entry: packages need not export it. */
function versionOf(name: string): string {
  const entry = createRequire(import.meta.url).resolve(name);
  for (let folder = dirname(entry); ; folder = dirname(folder)) {
    const manifest = readManifest(join(folder, "package.json"));
    if (manifest?.name === name) return manifest.version;
    if (folder === dirname(folder)) return "unknown";
  }
}

function readManifest(path: string): { readonly name: string; readonly version: string } | null {
  try {
    const manifest: unknown = JSON.parse(readFileSync(path, "utf8"));
    if (typeof manifest !== "object" || manifest === null) return null;
    if (!("name" in manifest && typeof manifest.name === "string")) return null;
    if (!("version" in manifest && typeof manifest.version === "string")) return null;
    return { name: manifest.name, version: manifest.version };
  } catch {
    return null;
  }
}
