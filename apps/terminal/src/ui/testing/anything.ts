import type { Column } from "@kentro/segments";
import fc from "fast-check";
import { GROUPS } from "../actions/actions.ts";
import { begin } from "../state/begin.ts";
import { replied } from "../state/reply.ts";
import type { State } from "../state/state.ts";
import type { Look } from "../text/look.ts";
import { folderOf } from "./folder.ts";
import { curveOf, numbers, opened, resultOf, texts } from "./made.ts";
import { pressed } from "./pressed.ts";
import { richly } from "./rich.ts";
import { DEFAULTS } from "./shop.ts";

// Names as they come from strangers: wide, joined, of many marks, with escape codes and what turns the direction.
const name = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 40 }),
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.constantFrom(
    ...["Jahreseinkommen (€)", "年収 と 支出", "👩‍👩‍👧 ❤️ 👍🏽", "\x1b[2J\x1b]0;x\x07"],
    ...["\u202egnp", "a\r\nb\tc", "", "__proto__", "constructor"],
  ),
);
const number = fc.oneof(fc.double({ noDefaultInfinity: true }), fc.integer({ min: -50, max: 50 }));

function column(rows: number): fc.Arbitrary<Column> {
  const size = { minLength: rows, maxLength: rows };
  return fc.oneof(
    fc.tuple(name, fc.array(number, size)).map(([title, values]) => numbers(title, values)),
    fc.tuple(name, fc.array(fc.option(name), size)).map(([title, values]) => texts(title, values)),
    name.map((title): Column => ({ name: title, type: "identifier", missing: 0 })),
  );
}

/** So many columns that no screen shows all of them: the same ones under other names. */
function manyOf(columns: readonly Column[]): Column[] {
  const more = Array.from({ length: 300 - columns.length }, (_, index): Column => {
    const like = columns[index % columns.length]!;
    return { ...like, name: `${index} ${like.name}` };
  });
  return [...columns, ...more];
}

/** Every key that does something somewhere, and some that only are typed. */
export const ALL_KEYS: readonly string[] = [
  ...new Set([
    ...GROUPS.flatMap(({ actions }) => actions.flatMap(({ keys }) => keys)),
    ...["backspace", "ctrl-u", "tab", "z", "é", "年", "👍"],
  ]),
];

const look: fc.Arbitrary<Look> = fc.record({
  color: fc.constantFrom(0, 1, 2, 3),
  utf8: fc.boolean(),
  theme: fc.constantFrom("dark", "light"),
  reader: fc.boolean(),
});

/** The size of any terminal. */
export const anySize: fc.Arbitrary<State["size"]> = fc.record({ columns: fc.nat(220), rows: fc.nat(70) });

/** A table of any few rows with what was found in it. */
const found = fc
  .record({ rows: fc.integer({ min: 1, max: 12 }), k: fc.integer({ min: 1, max: 9 }), wide: fc.nat(9) })
  .chain(({ rows, k, wide }) =>
    fc.record({
      columns: fc
        .uniqueArray(column(rows), { minLength: 1, maxLength: 6, selector: (each) => each.name })
        .map((columns) => (wide === 0 ? manyOf(columns) : columns)),
      labels: fc.array(fc.integer({ min: -1, max: k - 1 }), { minLength: rows, maxLength: rows }),
      names: fc.array(name, { minLength: k, maxLength: k }),
      rows: fc.constant(rows),
    }),
  );

/** Any state that keys lead to, from any data, with the work at any point. */
export const anyState: fc.Arbitrary<State> = fc
  .record({
    ...{ found, look, size: anySize, source: fc.option(name, { freq: 20 }), headline: name },
    ...{ rich: fc.boolean(), curve: fc.option(fc.nat(12)), ended: fc.nat(9), failure: name },
    keys: fc.array(fc.constantFrom(...ALL_KEYS), { maxLength: 12 }),
  })
  .map(({ found: { rows, columns, labels, names }, look: shown, size, source, headline, rich, curve, ...rest }) => {
    const first = begin(source, size, shown).state;
    const done = (): State => {
      if (source === null || rest.ended === 0) return first;
      if (rest.ended === 1) return replied(first, { type: "failed", id: first.lastId, message: rest.failure }).state;
      const asked = replied(first, opened({ rows, columns })).state;
      if (rest.ended === 2) return asked;
      const plain = resultOf({ rows, columns }, labels, names, DEFAULTS, headline);
      const result = rich ? richly(plain) : plain;
      const segmented = replied(asked, { type: "segmented", id: asked.lastId, result }).state;
      if (curve === null) return segmented;
      const drawn = curveOf(DEFAULTS, curve || null, curve);
      return replied(segmented, { type: "curve", id: asked.lastId, curve: drawn }).state;
    };
    const { state } = pressed(done(), ...rest.keys);
    const { asked: looked } = state.opening;
    return looked === null ? state : replied(state, folderOf(looked.id, names)).state;
  });
