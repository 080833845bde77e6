/** The letter of a segment: A to Z, then AA, AB, ... as spreadsheets name their columns. */
export function letterOf(id: number): string {
  const last = String.fromCharCode(65 + (id % 26));
  return id < 26 ? last : letterOf(Math.floor(id / 26) - 1) + last;
}

/** The letters from A on without those taken, one after the other and without end. */
export function* freshLetters(taken: ReadonlySet<string>): Generator<string, never> {
  for (let id = 0; ; id++) if (!taken.has(letterOf(id))) yield letterOf(id);
}
