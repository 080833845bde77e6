/** What a saved segmentation may hold: a stranger's file must not cost more than it can be worth. */
export const MOST_SEGMENTS = 1000;
export const MOST_FEATURES = 1000;
/** Characters of a column's or a segment's name. */
export const LONGEST_NAME = 1000;
