import { apartWords, unitOf } from "../naming/amounts.ts";
import { fineLevel, type Level } from "../naming/levels.ts";
import { measureWords } from "../naming/words.ts";
import type { ColumnSummary } from "../profile/numeric.ts";
import { type Role, roleOf } from "./roles.ts";

/** A column that plays can speak of, over all segments. */
export interface PlayColumn {
  readonly name: string;
  readonly summary: ColumnSummary;
}

/** How one segment stands on one column. */
export interface Standing {
  readonly column: string;
  /** What the column is known by, where it is the column that is. */
  readonly role: Role | null;
  /** Against the rest of the customers. */
  readonly level: Level;
  /** "spending score 82 (all customers: 50)" */
  readonly words: string;
}

/**
 * How each segment stands on each column on which it can be told from the rest.
 * @param columns of several known by one role the first is the one that plays mean
 */
export function standings(columns: readonly PlayColumn[], segments: number): readonly (readonly Standing[])[] {
  const words = measureWords(columns.map(({ name }) => name));
  const roles = columns.map(({ name }) => roleOf(name));
  return Array.from({ length: segments }, (_, segment) =>
    columns.flatMap(({ name, summary: { segments: own, against, everybody } }, i): readonly Standing[] => {
      const [profile, difference] = [own[segment], against[segment]?.difference];
      if (!profile || difference === undefined || everybody === null) return [];
      const [mean, all] = apartWords(profile.mean, everybody.mean);
      const unit = unitOf(name);
      const said = `${words[i]} ${mean}${unit} (all customers: ${all}${unit})`;
      const role = roles.indexOf(roles[i]!) === i ? roles[i]! : null;
      return [{ column: name, role, level: fineLevel(difference), words: said }];
    }),
  );
}
