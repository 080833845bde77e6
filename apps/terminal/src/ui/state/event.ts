import type { Size } from "../layout.ts";
import type { Reply, Request } from "../work/protocol.ts";

/** Everything that can happen beside keys. */
export type Event =
  | { readonly type: "resized"; readonly size: Size }
  | { readonly type: "reply"; readonly reply: Reply }
  | { readonly type: "crashed"; readonly message: string }
  /** A timer that was asked for has rung. */
  | { readonly type: "rang"; readonly timer: number };

/** What is to be done outside the state. */
export type Effect =
  | { readonly type: "send"; readonly request: Request }
  /** To be rung once, after so many milliseconds. */
  | { readonly type: "ring"; readonly timer: number; readonly afterMs: number }
  /** To the terminal's clipboard (OSC 52). */
  | { readonly type: "copy"; readonly text: string }
  /** The process is to be stopped, as the shell's job control does it. */
  | { readonly type: "suspend" }
  | { readonly type: "quit" };
