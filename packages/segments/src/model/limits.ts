/** What a saved segmentation may hold: a stranger's file must not cost more than it can be worth. */
export const MOST_SEGMENTS = 1000;
export const MOST_FEATURES = 1000;
/** Numbers a row becomes, a category one for each of its values. */
export const MOST_COORDINATES = 1000;
/** What a feature may count in squared distances. */
export const LARGEST_WEIGHT = 1e6;
/** Characters of a column's or a segment's name, and of a category. */
export const LONGEST_NAME = 1000;
/** Characters of a name that is given by hand, and of a note. */
export const LONGEST_GIVEN_NAME = 100;
export const LONGEST_NOTE = 1000;
/** Edits of one segmentation. */
export const MOST_EDITS = 1000;
/** A segment of fewer customers is saved without what it is like: the saved file may travel further than the table. */
export const FEWEST_TOLD = 5;
