/** Customers of a segment about as close to another one. */
export interface Border {
  readonly customers: number;
  /** Of the segment, 0 to 1. */
  readonly share: number;
}
