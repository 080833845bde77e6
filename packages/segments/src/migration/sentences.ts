import { counted } from "../counted.ts";
import { quoted } from "../quoted.ts";
import type { Migration, MigrationSegment, MigrationTable, Worth } from "./migration.ts";

/** A migration for people; nothing is said of what is not there. */
export function sentences(
  migration: Omit<Migration, "sentences">,
  columns: { readonly id: string; readonly value: string | null },
): string[] {
  const { both, moved, gone, arrived, unlabelled, before, after } = migration;
  const said = [headline(migration)];
  if (columns.value !== null) {
    const worths = [moneyOf("those who moved", moved.value), moneyOf("those who stayed", migration.stayed.value)];
    const told = worths.filter((each) => each !== null);
    if (told.length > 0) said.push(`In ${quoted(columns.value)}, ${told.join("; ")}.`);
  }
  if (both.customers > 0) said.push(matching(migration));
  said.push(...without(before, "gone"), ...without(after, "new"));
  if (gone.customers > 0) said.push(`${counted(gone.customers, "customer")} gone: in the first table alone.`);
  if (arrived.customers > 0) said.push(`${counted(arrived.customers, "new customer")}: in the second table alone.`);
  if (unlabelled.customers > 0) {
    said.push(
      `${counted(unlabelled.customers, "customer")} in both tables without a segment in one of them: not counted.`,
    );
  }
  for (const [which, table] of [
    ["first", before],
    ["second", after],
  ] as const) {
    if (table.withoutId > 0) {
      said.push(`${counted(table.withoutId, "row")} of the ${which} table without ${quoted(columns.id)} left out.`);
    }
    if (table.repeatedIds > 0) {
      said.push(`${counted(table.repeatedIds, "row")} of the ${which} table left out: an earlier row has the same id.`);
    }
  }
  return said;
}

function headline({ both, moved, matrix }: Omit<Migration, "sentences">): string {
  if (both.customers === 0) return "No customer has a segment in both tables.";
  if (moved.customers === 0) return `Nobody of ${counted(both.customers, "customer")} moved.`;
  const [most] = matrix
    .flat()
    .filter((cell) => cell.moved)
    .sort((a, b) => b.customers - a.customers);
  const share = `${((moved.customers / both.customers) * 100).toFixed(1)}%`;
  const from = `most from ${most!.from} to ${most!.to} (${most!.customers.toLocaleString("en-US")})`;
  return `${moved.customers.toLocaleString("en-US")} of ${counted(both.customers, "customer")} moved (${share}), ${from}.`;
}

function moneyOf(who: string, value: Worth | null): string | null {
  if (value === null || (value.before === null && value.after === null)) return null;
  const [before, after] = [value.before, value.after].map((each) => {
    return each === null ? "an unknown amount" : each.toLocaleString("en-US", { maximumFractionDigits: 2 });
  });
  return `${who} are worth ${after} (${before} before)`;
}

function matching({ matched, before }: Omit<Migration, "sentences">): string {
  if (matched === "letters") return "A letter means the same segment in both tables.";
  const renamed = before.segments.filter(({ letter, same }) => same !== null && same !== letter);
  const pairs = renamed.map(({ letter, same }) => `${letter} is now ${same}`);
  const keeping = before.segments.some(({ same }) => same === null) ? "those found again keep" : "all keep";
  const which = pairs.length === 0 ? `${keeping} their letters` : pairs.join(", ");
  return `Segments are the same where they share most customers: ${which}.`;
}

function without({ segments }: MigrationTable, which: "gone" | "new"): string[] {
  const alone = segments.filter(({ same }) => same === null);
  return alone.map((each) => `Segment ${named(each)} is ${which} (${counted(each.customers, "customer")}).`);
}

function named({ letter, name }: MigrationSegment): string {
  return name === null ? letter : `${letter} ${quoted(name)}`;
}
