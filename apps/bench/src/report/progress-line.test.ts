import { expect, test } from "vitest";
import { ProgressLine } from "./progress-line.ts";

function terminal(isTTY: boolean): {
  readonly isTTY: boolean;
  readonly columns: number;
  write(text: string): void;
  text: string;
} {
  return {
    isTTY,
    columns: 20,
    text: "",
    write(text: string) {
      this.text += text;
    },
  };
}

test("a line is written over the one before, and cleared", () => {
  const stream = terminal(true);
  const progress = new ProgressLine(stream);
  progress.at("loading");
  progress.at("fit");
  progress.clear();
  expect(stream.text).toBe("\rloading\rfit    \r   \r");
});

test("a line that is longer than the terminal is cut", () => {
  const stream = terminal(true);
  new ProgressLine(stream).at("a text of more than twenty characters");
  expect(stream.text).toBe("\ra text of more than");
});

test("nothing is written where there is no terminal", () => {
  const stream = terminal(false);
  const progress = new ProgressLine(stream);
  progress.at("loading");
  progress.clear();
  expect(stream.text).toBe("");
});
