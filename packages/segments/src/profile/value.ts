/** What a segment is worth, by the column of spending or revenue. */
export interface SegmentValue {
  /** Sum over the segment's customers, in the column's unit. */
  readonly total: number;
  /** Of the sum over all customers used; null where that is not positive. */
  readonly share: number | null;
  /** For each customer with a value. */
  readonly mean: number;
  /** Whether the segment spends much: its share of the value is at least 1.25 times its share of the customers. */
  readonly high: boolean;
}
