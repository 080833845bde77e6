import type { Evidence } from "./evidence.ts";

/** What a reason speaks of. */
export interface Finding {
  readonly k: number | null;
  readonly kMin: number;
  readonly kMax: number;
  /** By k; none for k = 1. */
  readonly evidence: ReadonlyMap<number, Evidence>;
  readonly kneedle: number | null;
  /** Rows of the sample that was measured, null where all were. */
  readonly sampled: number | null;
  /** Distinct rows, where they ended the curve before the kMax that was asked for. */
  readonly distinct: number | null;
}

/** Why k is what it is, in a sentence; a second one where the curve was shortened. */
export function reasonOf(finding: Finding): string {
  const { kMin, kMax, distinct } = finding;
  const shortened =
    distinct === null
      ? ""
      : ` The curve ends at k = ${kMax}, for only ${distinct} ${distinct === 1 ? "row is" : "rows are"} distinct.`;
  if (kMax < 2) return `No clear elbow: a curve of one point, k = 1, cannot bend.${shortened}`;
  const { k, evidence } = finding;
  const found = k === null ? undefined : evidence.get(k);
  const why = k === null || found === undefined ? none(finding) : bend(k, found, kMax);
  const on =
    finding.sampled === null ? "" : ` (measured on a sample of ${finding.sampled.toLocaleString("en-US")} rows)`;
  return `${why}${on}; ${second(k, finding.kneedle, kMin, kMax)}.${shortened}`;
}

function bend(k: number, { excess, z }: Evidence, kMax: number): string {
  const beyond = k === kMax ? `${k} is the most that was tried` : `no fall beyond ${k} stands out so`;
  return `From k = ${k - 1} to ${k} inertia falls to ${percent(excess)} less than it would without clusters (${z.toFixed(1)} standard deviations), and ${beyond}`;
}

function none({ kMin, evidence }: Finding): string {
  const [best] = [...evidence].filter(([k]) => k >= kMin).sort(([, a], [, b]) => b.z - a.z);
  const nearest =
    best === undefined ? "" : `, most nearly at k = ${best[0]} (${best[1].z.toFixed(1)} standard deviations)`;
  return `No clear elbow: for no k does inertia fall clearly more than it would without clusters${nearest}`;
}

function second(k: number | null, kneedle: number | null, kMin: number, kMax: number): string {
  if (kneedle === null) return `Kneedle sees no bend from k = ${kMin} to ${kMax}`;
  if (kneedle === k) return "Kneedle says the same";
  return k === null
    ? `Kneedle would say ${kneedle}, but it finds a bend in structureless data too`
    : `Kneedle differs and says ${kneedle}`;
}

/** How much smaller a fall makes inertia: an excess of ln 2 is half. */
function percent(excess: number): string {
  return `${Math.round(-Math.expm1(-excess) * 100)} %`;
}
