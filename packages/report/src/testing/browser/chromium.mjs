import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/** What to do where there is none. */
export const INSTALL =
  "No Chromium found: install one (Debian: apt-get install chromium), or name one by KENTRO_CHROMIUM=/path/to/it.";

/** The browser that KENTRO_CHROMIUM names, or the Chromium on the path; null where there is none. */
export function findChromium() {
  const named = process.env["KENTRO_CHROMIUM"];
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const names = ["chromium", "chromium-browser", "google-chrome"];
  const places = named ? [named] : names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return places.find(isProgram) ?? null;
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
