const GOLDEN_SECTION = 0.618033988749895;

/**
 * Of every `step` rows one is drawn: the row that is drawn of those at a place, counted from 0; it may lie beyond the last row.
 * Which one of them it is changes from place to place by the golden section, which keeps clear of any period that the rows
 * may have: of customers listed store by store in turn, every twentieth may be of the same store.
 */
export function drawnRow(place: number, step: number): number {
  return place * step + Math.floor(((place * GOLDEN_SECTION) % 1) * step);
}

/** Whether the row is one of those that are drawn of every `step`. */
export function isDrawnRow(row: number, step: number): boolean {
  return drawnRow(Math.floor(row / step), step) === row;
}
