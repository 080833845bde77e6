import { Text, useInput } from "ink";
import { type ReactElement, useSyncExternalStore } from "react";
import { keysOf } from "./actions/keys.ts";
import { frame } from "./frame/frame.ts";
import type { Session } from "./session.ts";
import { paint } from "./text/paint.ts";

/** The whole screen, and the keys. */
export function Ui({ session }: { readonly session: Session }): ReactElement {
  const state = useSyncExternalStore(session.subscribe, session.state);
  useInput((input, flags) => session.press(keysOf(input, flags)));
  const lines = frame(state).map((line) => paint(line, state.look));
  return <Text wrap="truncate">{lines.join("\n")}</Text>;
}
