import { cellsOf } from "../../text/visible.ts";
import { GROUPS } from "../actions/actions.ts";
import { block, cell, type Line, line, rule, span } from "../text/line.ts";

/** What somebody who looks at the sample wants to know next. */
const OWN_FILE = ["kentro FILE", "opens your own file"] as const;

/** The keys and what they do, from the registry, in as many columns as fit; scrolled by `top` lines. */
export function help(width: number, height: number, top: number): Line[] {
  const entries = [
    ...GROUPS.flatMap(({ actions }) =>
      actions.flatMap(({ label, title }) => (label === null ? [] : [[label, title] as const])),
    ),
    OWN_FILE,
  ];
  const keysWidth = Math.max(...entries.map(([keys]) => cellsOf(keys)));
  const entryWidth = keysWidth + 2 + Math.max(...entries.map(([, text]) => cellsOf(text))) + 3;
  const columns = Math.max(1, Math.min(3, Math.floor(width / entryWidth)));
  const lines = Math.ceil(entries.length / columns);
  const start = Math.max(0, Math.min(top, lines - (height - 1)));
  const shown = Array.from({ length: lines }, (_, row): Line => {
    const across = Array.from({ length: columns }, (_, column) => entries[column * lines + row]);
    return across.flatMap((entry) => [
      span(" "),
      cell(entry?.[0] ?? "", keysWidth, { bold: true }),
      cell(`  ${entry?.[1] ?? ""}`, Math.min(entryWidth, width) - keysWidth - 1),
    ]);
  });
  const below = lines - start - (height - 1);
  const title = below > 0 ? `Keys (↓ ${below} more)` : "Keys";
  return [rule(line(title, { bold: true }), width), ...block(shown.slice(start), width, height - 1)];
}
