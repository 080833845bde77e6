import type { ShapeNote } from "@kentro/segments";
import { describe, expect, it } from "vitest";
import type { Dialog } from "../state/dialog.ts";
import { inputOf, suggestedInput, typedInto } from "../state/input.ts";
import type { State } from "../state/state.ts";
import { saying, still } from "../state/step.ts";
import { ready } from "../testing/shop.ts";
import { footer } from "./footer.ts";
import { message } from "./message.ts";

const lines = (state: State, width = 80, height = 23): string[] =>
  message(state, width, height).map((line) =>
    line
      .map(({ text }) => text)
      .join("")
      .trimEnd(),
  );

/** The shop with other notes, and no row left out. */
function noted(sentences: readonly string[], shapes: readonly ShapeNote[] = []): State {
  const state = ready();
  const { segmentation } = state.result!;
  const leftOut = { count: 0, cells: [], cellCount: 0 };
  const told = { ...segmentation, leftOut, notes: { ...segmentation.notes, sentences, shapes } };
  return { ...state, result: { ...state.result!, segmentation: told } };
}

describe("notes on the data", () => {
  it("leave out the first cell at fault where all but that fits on one line", () => {
    const { result, ...state } = ready();
    if (result === null) throw new Error("expected a result");
    const leftOut = { count: 3, cells: [{ row: 12, column: "A long name of a column", value: "" }], cellCount: 4 };
    const said = { ...state, result: { ...result, segmentation: { ...result.segmentation, leftOut } } };
    expect(lines(said, 80, 23).map((text) => text.trim())).toEqual(["3 rows left out: 4 cells without a number"]);
    expect(lines(said, 120, 23).join(" ")).toContain('(first: row 12, "A long name of a column", no value)');
  });

  it("are the most important one, how many more there are, and the key that shows them", () => {
    const state = noted(["200 rows read, all used.", "Clustered by income.", "Numbers are scaled."]);
    expect(lines(state)).toEqual([" 200 rows read, all used.  +2 more notes (key 1)"]);
    expect(lines({ ...state, screen: "data" })).toEqual([" 200 rows read, all used.  +2 more notes"]);
    expect(lines(noted(["200 rows read, all used.", "Clustered by income."]))).toEqual([
      " 200 rows read, all used.  +1 more note (key 1)",
    ]);
  });

  it("begin with a column of which something is suggested, where nothing is amiss", () => {
    const words = "Income is skewed to the right (skewness 3.1): its logarithm (--log Income) may tell more.";
    const skewed: ShapeNote = { column: "Income", skewness: 3.1, outliers: 2, suggestion: "log", words };
    const state = noted(["200 rows read, all used.", "Clustered by Income.", words], [skewed]);
    expect(lines(state, 120)).toEqual([
      " Income is skewed to the right (skewness 3.1): its logarithm may tell more.  +2 more notes (key 1)",
    ]);
    expect(lines(state, 40, 11)).toEqual([]);
    const { leftOut } = ready().result!.segmentation;
    const amiss = { ...state.result!, segmentation: { ...state.result!.segmentation, leftOut } };
    expect(lines({ ...state, result: amiss }, 120).join("")).toContain("1 row left out");
  });

  it("begin with rows that are no customers, for all else is about customers", () => {
    const state = noted(["200 rows read, all used.", "More."]);
    const { segmentation } = state.result!;
    const notes = { ...segmentation.notes, repeatedCustomers: { column: "customer_id", customers: 180 } };
    const told = { ...state, result: { ...state.result!, segmentation: { ...segmentation, notes } } };
    expect(lines(told, 80).join("")).toContain('Rows are no customers if they are orders: "customer_id" names 180');
    expect(lines(told, 40, 11).join("")).toContain("Rows are no customers");
  });

  it("are silent where another table is chosen", () => {
    expect(lines({ ...noted(["200 rows read, all used."]), screen: "opening" })).toEqual([]);
  });

  it("give way to the screen where it is low, unless something is amiss", () => {
    expect(lines(noted(["200 rows read, all used."]), 40, 11)).toEqual([]);
    expect(lines(ready(), 40, 11).join(" ")).toContain("1 row left out");
  });

  it("always end in how to get the rest, however long they are", () => {
    const state = noted(["word ".repeat(80).trim(), "more"]);
    for (const width of [30, 80]) {
      expect(lines(state, width)).toHaveLength(2);
      expect(lines(state, width)[1]).toMatch(/… {2}\+1 more note \(key 1\)$/);
    }
  });
});

describe("a message", () => {
  it("stands there in full, wrapped", () => {
    const text = `Saved 200 rows with their segments to ${"folder/".repeat(14)}five.csv`;
    expect(lines(saying(ready(), text)).join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
  });

  it("says that it goes on where a screen cannot hold it", () => {
    expect(lines(saying(ready(), "word ".repeat(300))).at(-1)).toMatch(/… \(a larger window shows the rest\)$/);
  });

  it("is an error by a sign too, not by its color alone", () => {
    expect(lines(saying(ready(), "There is no room.", "error"))).toEqual([" ! There is no room."]);
  });
});

describe("a line that is typed", () => {
  const asking = (input: ReturnType<typeof inputOf>): State => {
    const dialog: Dialog = { kind: "asking", label: "Save as", input, advice: "The folder must exist.", take: still };
    return { ...ready(), dialog };
  };
  const caretOf = (state: State, width: number): string | undefined =>
    message(state, width, 23)
      .at(-1)
      ?.find(({ style }) => style.inverse)?.text;

  it("has its advice over it", () => {
    expect(lines(asking(inputOf("a.csv")))).toEqual([" The folder must exist.", " Save as: a.csv"]);
  });

  it("shows a suggested text as selected, for it gives way to what is typed", () => {
    const last = message(asking(suggestedInput("a.csv")), 40, 23).at(-1) ?? [];
    expect(last.filter(({ style }) => style.inverse).map(({ text }) => text.trim())).toContain("a.csv");
    expect(lines(asking(typedInto(suggestedInput("a.csv"), { kind: "insert", text: "b" }))).at(-1)).toBe(" Save as: b");
  });

  it("scrolls so that the caret is seen, and says that there is more before it", () => {
    const input = inputOf(`${"folder/".repeat(20)}end.csv`);
    expect(lines(asking(input), 40).at(-1)).toMatch(/^ Save as: ….*end\.csv$/);
    expect(caretOf(asking(input), 40)).toBe(" ");
    const home = asking(typedInto(input, { kind: "home" }));
    expect(lines(home, 40).at(-1)).toMatch(/^ Save as: folder.*…$/);
    expect(caretOf(home, 40)).toBe("f");
  });

  it("shows a wide character under its caret whole", () => {
    expect(caretOf(asking(typedInto(inputOf("年収"), { kind: "left" })), 40)).toBe("収");
  });
});

describe("a question", () => {
  it("says what Enter does in the footer", () => {
    const dialog: Dialog = { kind: "confirming", question: "a.csv is there already.", yes: "replace it", take: still };
    const state: State = { ...ready(), dialog };
    expect(lines(state)).toEqual([" a.csv is there already."]);
    const hints = footer(state, 80)
      .map(({ text }) => text)
      .join("");
    expect(hints).toMatch(/^ Enter replace it {2}Esc back/);
  });
});
