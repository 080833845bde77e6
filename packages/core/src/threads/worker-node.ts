import { parentPort } from "node:worker_threads";
import { type Invitation, lendHand } from "./hand.ts";

parentPort?.on("message", (invitation: Invitation) => void lendHand(invitation));
