import { Text, useInput } from "ink";
import { type ReactElement, useMemo, useSyncExternalStore } from "react";
import { inputTaker } from "./actions/pasting.ts";
import { frame } from "./frame/frame.ts";
import type { Session } from "./session.ts";
import { paint } from "./text/paint.ts";

/** The whole screen, and the keys. */
export function Ui({ session }: { readonly session: Session }): ReactElement {
  const state = useSyncExternalStore(session.subscribe, session.state);
  useInput(useMemo(() => inputTaker(session), [session]));
  const lines = frame(state).map((line) => paint(line, state.look));
  return <Text wrap="truncate">{lines.join("\n")}</Text>;
}
