import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The built program. */
export const PROGRAM: string = fileURLToPath(new URL("../dist/kentro.js", import.meta.url));

/** What a run of the program leaves. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** An environment without what a developer's or a CI's own could change, in which no opened file is written down. */
export const environment: NodeJS.ProcessEnv = Object.fromEntries(
  Object.entries({ ...process.env, LC_ALL: "C.UTF-8", KENTRO_NO_RECENT: "1" }).filter(
    ([name]) => !["NO_COLOR", "FORCE_COLOR", "CI", "CONTINUOUS_INTEGRATION", "KENTRO_DEBUG", "COLUMNS"].includes(name),
  ),
);

/** Starts the program without a terminal: stdin closed, stdout and stderr in pipes. */
export function start(args: readonly string[], cwd: string, env: NodeJS.ProcessEnv = {}): ChildProcess {
  return spawn(process.execPath, [PROGRAM, ...args], {
    cwd,
    env: { ...environment, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

/** Runs the program without a terminal to its end. */
export async function kentro(args: readonly string[], cwd: string = tmpdir(), env?: NodeJS.ProcessEnv): Promise<Ended> {
  return await outcome(start(args, cwd, env));
}

/** Runs a line of POSIX shell, in which `node "$0"` is the program, to its end. */
export async function shell(line: string, cwd: string = tmpdir()): Promise<Ended> {
  return await outcome(
    spawn("sh", ["-c", line, PROGRAM], { cwd, env: environment, stdio: ["ignore", "pipe", "pipe"] }),
  );
}

/** What a started program leaves, once it has ended. */
export async function outcome(child: ChildProcess): Promise<Ended> {
  const [stdout, stderr, code] = await Promise.all([textOf(child.stdout), textOf(child.stderr), endOf(child)]);
  return { code, stdout, stderr };
}

/** The exit code of a started program; null where a signal killed it. */
export function endOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve(code));
  });
}

/** An empty folder, and the way to remove it. */
export function workplace(): { readonly path: string; at(name: string): string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), "kentro-test-"));
  return { path, at: (name) => join(path, name), remove: () => rmSync(path, { recursive: true, force: true }) };
}

async function textOf(stream: NodeJS.ReadableStream | null): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream ?? []) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}
