import { Static, Text, useInput } from "ink";
import { type ReactElement, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { inputTaker } from "./actions/pasting.ts";
import { news, spoken, spokenPrompt } from "./frame/spoken.ts";
import type { Session } from "./session.ts";

/** The screen as lines of words for a screen reader: each is written once, when it is new, and none is ever drawn over. */
export function Reader({ session }: { readonly session: Session }): ReactElement {
  const state = useSyncExternalStore(session.subscribe, session.state);
  const [said, setSaid] = useState(() => spoken(session.state()));
  useInput(useMemo(() => inputTaker(session), [session]));
  useEffect(() => {
    let last = spoken(session.state());
    return session.subscribe(() => {
      const now = spoken(session.state());
      const fresh = news(last, now);
      last = now;
      if (fresh.length > 0) setSaid((before) => [...before, ...fresh]);
    });
  }, [session]);
  return (
    <>
      <Static items={[...said]}>{(text, index) => <Text key={index}>{text}</Text>}</Static>
      <Text>{spokenPrompt(state)}</Text>
    </>
  );
}
