import { expect, it } from "vitest";
import { pauseOf } from "./pause.ts";

it("rejects as soon as the work is to stop", async () => {
  const controller = new AbortController();
  const pause = pauseOf(controller.signal);
  await pause();
  controller.abort(new Error("stopped"));
  await expect(pause()).rejects.toThrow("stopped");
});
