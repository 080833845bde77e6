import type { ActionGroup } from "../actions/action.ts";

/** The keys as README has them: a row for each screen, what a key does behind it. */
export function keyTable(groups: readonly ActionGroup[]): string {
  const rows = groups.flatMap(({ title, actions }) => {
    const keys = actions.flatMap(({ label, listed, title: own }) =>
      label === null ? [] : [`${keysOf(label)} ${escaped(listed ?? own)}`],
    );
    return keys.length === 0 ? [] : [`| ${title} | ${keys.join(" · ")} |`];
  });
  return ["| Where | Keys |", "| --- | --- |", ...rows].join("\n");
}

/** Each key of a label as code; a label is keys with spaces between them. */
function keysOf(label: string): string {
  return label
    .split(" ")
    .map((key) => (key === "|" ? "`\\|`" : key === "`" ? "`` ` ``" : `\`${key}\``))
    .join(" ");
}

function escaped(text: string): string {
  return text.replaceAll("|", "\\|");
}
