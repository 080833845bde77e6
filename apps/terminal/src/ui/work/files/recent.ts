import { mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, isAbsolute, join, resolve } from "node:path";
import type { Shape } from "./protocol.ts";

/** A table that was opened: where it is and how large, and nothing of what is in it. */
export interface Recent extends Shape {
  readonly path: string;
  readonly sizeBytes: number;
  readonly modifiedMs: number;
  readonly openedMs: number;
}

const FORMAT = "kentro-recent";
const VERSION = 1;
const MOST_FILES = 10;
const MOST_BYTES = 1 << 16;
const LONGEST_PATH = 4096;

/**
 * Where the tables opened lately are kept: `$XDG_STATE_HOME/kentro/recent.json`, `~/.local/state` where that is not set,
 * `%LOCALAPPDATA%` on Windows. Null where KENTRO_NO_RECENT says that they are not to be kept.
 */
export function recentPath(
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
  home: string = homedir(),
): string | null {
  const { KENTRO_NO_RECENT, XDG_STATE_HOME, LOCALAPPDATA } = env;
  if (KENTRO_NO_RECENT !== undefined && KENTRO_NO_RECENT !== "" && KENTRO_NO_RECENT !== "0") return null;
  const state = platform === "win32" ? LOCALAPPDATA : XDG_STATE_HOME;
  const usual = platform === "win32" ? join(home, "AppData", "Local") : join(home, ".local", "state");
  return join(state !== undefined && isAbsolute(state) ? state : usual, "kentro", "recent.json");
}

/** The tables opened lately, the last first. What cannot be read, or is not ours, is none. */
export async function readRecent(path: string | null): Promise<readonly Recent[]> {
  if (path === null) return [];
  try {
    return recentOf(JSON.parse(await readCapped(path)));
  } catch {
    return [];
  }
}

/** Puts a table first among those opened lately. Where that cannot be written down, it is not. */
export async function remember(path: string | null, source: string, shape: Shape, openedMs: number): Promise<void> {
  if (path === null) return;
  try {
    const file = resolve(source);
    const { size, mtimeMs } = await stat(file);
    const { rows, columns } = shape;
    const opened: Recent = { path: file, sizeBytes: size, modifiedMs: mtimeMs, rows, columns, openedMs };
    const others = (await readRecent(path)).filter((each) => each.path !== file);
    const files = [opened, ...others].slice(0, MOST_FILES);
    await writeWhole(path, `${JSON.stringify({ format: FORMAT, version: VERSION, files }, null, 2)}\n`);
  } catch {
    // It is a convenience: that it is missing will be seen, and nobody has to be told.
  }
}

async function readCapped(path: string): Promise<string> {
  const status = await stat(path);
  if (!status.isFile() || status.size > MOST_BYTES) throw new Error(`${path} is not what was written`);
  return await readFile(path, "utf8");
}

/** For the user alone, and never half: another program may write it at the same time. */
async function writeWhole(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const temporary = `${path}.${process.pid}`;
  try {
    await writeFile(temporary, text, { flag: "wx", mode: 0o600 });
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** Assumes nothing: the file may be anybody's. */
function recentOf(value: unknown): readonly Recent[] {
  if (!isRecord(value)) return [];
  const { format, version, files } = value;
  if (format !== FORMAT || version !== VERSION || !Array.isArray(files)) return [];
  return files.slice(0, MOST_FILES).filter(isRecent);
}

function isRecent(value: unknown): value is Recent {
  if (!isRecord(value)) return false;
  const { path, sizeBytes, modifiedMs, openedMs, rows, columns } = value;
  const isPath = typeof path === "string" && path.length <= LONGEST_PATH && isAbsolute(path) && !path.includes("\0");
  return isPath && [sizeBytes, rows, columns].every(isCount) && [modifiedMs, openedMs].every(isTime);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function isTime(value: unknown): boolean {
  return typeof value === "number" && Number.isFinite(value);
}
