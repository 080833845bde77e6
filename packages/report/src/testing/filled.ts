import type { Segment, Segmentation, Table } from "@kentro/segments";

const levels = ["highly stable", "stable", "doubtful", "unstable"] as const;
const jaccards = [0.93, 0.81, 0.68, 0.52] as const;

/** What a fixture says beyond what was found. */
export interface Filling {
  /** The numeric column that says what a customer is worth. */
  readonly value?: string;
}

/**
 * A segmentation with every field set, by plain counting where that is easy and by made values elsewhere: for tests of
 * how things are told, not of what is true.
 */
export function filled(segmentation: Segmentation, table: Table, { value }: Filling = {}): Segmentation {
  const { labels, segments, rows, elbow, k } = segmentation;
  const worthIn = (segment: number) => (value === undefined ? [] : cellsOf(table, labels, value, segment));
  const total = sum(segments.flatMap(({ id }) => worthIn(id)));
  const many = segments.length > 1;
  const made = segments.map((segment): Segment => {
    const own = worthIn(segment.id);
    const share = total > 0 ? sum(own) / total : null;
    const jaccard = jaccards[segment.id % jaccards.length]!;
    const level = levels[segment.id % levels.length]!;
    return {
      ...segment,
      numeric: segment.numeric.map((profile) => quartered(profile, table, labels, segment)),
      categories: segment.categories.map(({ column, shares }) => ({
        column,
        shares: shares.map((each) => ({ ...each, effect: arc(each.share) - arc(each.overall) })),
      })),
      value:
        own.length === 0
          ? null
          : { total: sum(own), share, mean: sum(own) / own.length, high: (share ?? 0) >= 1.25 * segment.share },
      note: segment.id === 1 ? "Call them in May, <b>before</b> the summer." : null,
      typical: [...labels.keys()].filter((row) => labels[row] === segment.id).slice(0, 3),
      rule: many ? ruleOf(segment) : null,
      suggestions: suggestionsOf(segment),
      stability: many ? { jaccard, level } : null,
      border: many ? { customers: segment.id * 4, share: (segment.id * 4) / segment.size } : null,
    };
  });
  return {
    ...segmentation,
    segments: made,
    value: value === undefined ? null : { column: value, total, mean: total / rows },
    notes: notesOf(segmentation),
    stability: many
      ? {
          resamples: 50,
          resampleRows: rows,
          comparedRows: rows,
          seed: 0,
          segments: made.map(({ stability }) => stability!),
          mean: 0.81,
        }
      : null,
    howMany:
      elbow === null
        ? null
        : {
            candidates: elbow.curve.map(({ k, inertia, silhouette }) => {
              return {
                k,
                inertia,
                silhouette,
                stability: k === 1 ? null : Math.max(0.4, 0.98 - 0.03 * k),
                smallest: Math.ceil(rows / (k * 1.7)),
              };
            }),
            votes: { elbow: elbow.k, silhouette: k, stability: Math.min(7, elbow.curve.length) },
            suggestion: k,
            reason: `${k} segments: the elbow and the silhouette agree.`,
            disagreement: "Stability would allow 7.",
            resampling: { resamples: 20, resampleRows: rows, comparedRows: rows, restarts: 2, seed: 0 },
          },
  };
}

function quartered(
  profile: Segment["numeric"][number],
  table: Table,
  labels: Int32Array,
  { id }: Segment,
): Segment["numeric"][number] {
  const own = cellsOf(table, labels, profile.column, id).sort((a, b) => a - b);
  const everybody = cellsOf(table, labels, profile.column, null);
  const mean = sum(everybody) / everybody.length;
  const comparable = mean > 0 && everybody.every((value) => value >= 0);
  return {
    ...profile,
    lower: own[Math.floor(own.length / 4)]!,
    upper: own[Math.floor((own.length * 3) / 4)]!,
    importance: comparable ? profile.mean / mean - 1 : null,
  };
}

function ruleOf({ numeric, id }: Segment): Segment["rule"] {
  const [first, second] = numeric;
  if (first === undefined) return null;
  const conditions = [first, second].flatMap((profile) => {
    return profile === undefined
      ? []
      : [{ column: profile.column, type: "over" as const, threshold: Math.round(profile.lower) }];
  });
  const sufficient = id % 4 !== 3;
  return {
    conditions,
    words: conditions.map(({ column, threshold }) => `${column} over ${threshold}`).join(" and "),
    sql: conditions.map(({ column, threshold }) => `"${column.replaceAll('"', '""')}" > ${threshold}`).join(" AND "),
    precision: sufficient ? 0.97 : 0.62,
    recall: sufficient ? 0.84 : 0.7,
    sufficient,
  };
}

function suggestionsOf({ evidence, name }: Segment): Segment["suggestions"] {
  if (evidence.length === 0) return [];
  const because = evidence.slice(0, 3).map(({ feature, mean }) => `${feature} ${mean.toFixed(0)}`);
  return [
    {
      title: `Keep those with ${name}`,
      advice: "Thank them, tell them first of what is new, and leave prices alone.",
      because,
    },
    {
      title: "Ask what they miss",
      advice: "A short question after a purchase says more than a discount.",
      because: [],
    },
  ];
}

function notesOf({ rowsRead, rows, choice }: Segmentation): Segmentation["notes"] {
  const used =
    rowsRead === rows
      ? `All ${rows} rows of the table were used.`
      : `${rowsRead} rows read, ${rows} used, ${rowsRead - rows} left out because a number they needed was empty.`;
  return {
    shapes: [],
    repeatedRows: 0,
    repeatedIds: null,
    repeatedCustomers: null,
    sentences: [used, ...choice.columns.map(({ words }) => `${words}.`)],
  };
}

function cellsOf(table: Table, labels: Int32Array, name: string, segment: number | null): number[] {
  const column = table.columns.find((each) => each.name === name);
  if (column?.type !== "numeric") return [];
  return [...column.values].filter((value, row) => {
    return !Number.isNaN(value) && (segment === null ? labels[row]! >= 0 : labels[row] === segment);
  });
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function arc(share: number): number {
  return 2 * Math.asin(Math.sqrt(share));
}
