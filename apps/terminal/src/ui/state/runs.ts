import { isRegrouping } from "@kentro/segments";
import type { Result, Settings } from "../work/protocol.ts";
import { sameSettings } from "../work/settings.ts";

/** So many results can be compared and gone back to. The worker keeps a few more. */
const MOST_RUNS = 8;

/** Results that can be compared, with one more: of those that differ in names and notes alone it takes the place. */
export function withRun(runs: readonly Result[], result: Result): readonly Result[] {
  const asked = withoutNames(result.settings);
  const others = runs.filter(({ settings }) => !sameSettings(withoutNames(settings), asked));
  return [...others, result].slice(-MOST_RUNS);
}

/** Whether a result can be gone back to: it, or one that differs in names and notes alone, is among the runs. */
export function hasRun(runs: readonly Result[], { settings }: Result): boolean {
  const asked = withoutNames(settings);
  return runs.some((each) => sameSettings(withoutNames(each.settings), asked));
}

function withoutNames(settings: Settings): Settings {
  return { ...settings, edits: settings.edits.filter(isRegrouping) };
}
