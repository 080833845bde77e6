import { type Invitation, lendHand } from "./hand.ts";

globalThis.onmessage = ({ data }: MessageEvent<Invitation>) => void lendHand(data).catch(reportError);
