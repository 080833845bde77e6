import type { Size } from "../layout.ts";
import type { Reply, Request } from "../work/protocol.ts";
import type { ScreenName } from "./state.ts";

export type Motion = "up" | "down" | "pageUp" | "pageDown" | "first" | "last" | "left" | "right";

/** A change to the line being typed. */
export type Edit =
  | { readonly kind: "insert"; readonly text: string }
  | { readonly kind: "backspace" | "clear" | "left" | "right" | "home" | "end" };

/** Everything that can happen. */
export type Event =
  | { readonly type: "resized"; readonly size: Size }
  | { readonly type: "screen"; readonly screen: ScreenName }
  | { readonly type: "move"; readonly motion: Motion }
  | { readonly type: "segment"; readonly by: 1 | -1 }
  | { readonly type: "toggleColumn" }
  | { readonly type: "nextScale" }
  | { readonly type: "changeK"; readonly by: 1 | -1 }
  | { readonly type: "acceptK" }
  | { readonly type: "automaticK" }
  | { readonly type: "rerun" }
  | { readonly type: "nextAxis"; readonly axis: "x" | "y" }
  | { readonly type: "nextSymbols" }
  | { readonly type: "help" }
  | { readonly type: "askSave" }
  | { readonly type: "edit"; readonly edit: Edit }
  | { readonly type: "confirm" }
  | { readonly type: "escape" }
  | { readonly type: "interrupt" }
  | { readonly type: "suspend" }
  | { readonly type: "quit" }
  | { readonly type: "reply"; readonly reply: Reply }
  | { readonly type: "crashed"; readonly message: string };

/** What is to be done outside the state. */
export type Effect =
  | { readonly type: "send"; readonly request: Request }
  /** The process is to be stopped, as the shell's job control does it. */
  | { readonly type: "suspend" }
  | { readonly type: "quit" };
