import type { ColorChoice } from "../command/arguments/values.ts";

/** 0: no escape codes; 1: sixteen colors; 2: 256; 3: sixteen million. As chalk counts. */
export type ColorLevel = 0 | 1 | 2 | 3;

/** What of an output stream decides about color. */
export interface ColorStream {
  readonly isTTY?: boolean;
  getColorDepth?(env?: object): number;
}

const FORCED: Readonly<Record<string, ColorLevel>> = { "0": 0, false: 0, "2": 2, "3": 3 };

/** `--color` over NO_COLOR (any value but the empty one) over FORCE_COLOR over what the stream can show. */
export function colorLevel(choice: ColorChoice, env: Readonly<NodeJS.ProcessEnv>, stream: ColorStream): ColorLevel {
  const { NO_COLOR, FORCE_COLOR, ...rest } = env;
  const able = stream.isTTY === true ? levelOfDepth(stream.getColorDepth?.(rest) ?? 1) : 0;
  if (choice === "never") return 0;
  if (choice === "always") return able === 0 ? 1 : able;
  if (NO_COLOR) return 0;
  if (FORCE_COLOR !== undefined) return FORCED[FORCE_COLOR] ?? 1;
  return able;
}

function levelOfDepth(bits: number): ColorLevel {
  if (bits >= 24) return 3;
  if (bits >= 8) return 2;
  return bits >= 4 ? 1 : 0;
}
