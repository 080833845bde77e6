/** What the screen itself remembers. */
export interface CustomersState {
  /** Index of the customer under the cursor, within the selected segment. */
  readonly cursor: number;
  /** Columns that are scrolled out to the left. */
  readonly scrolled: number;
}

export const INITIAL_CUSTOMERS: CustomersState = { cursor: 0, scrolled: 0 };
