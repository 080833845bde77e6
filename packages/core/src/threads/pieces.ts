/** Rows that are worked on in partitions. */
export interface Partitioned {
  readonly rows: number;
  readonly partitionRows: number;
}

/** A range of rows within one partition. */
export interface Piece {
  readonly first: number;
  readonly rows: number;
}

export function countPartitions({ rows, partitionRows }: Partitioned): number {
  return Math.ceil(rows / partitionRows);
}

/** All rows as pieces of at most `rowsAtOnce` rows, ascending, each within one partition. */
export function piecesOf(all: Partitioned, rowsAtOnce: number): readonly Piece[] {
  const pieces: Piece[] = [];
  for (let partition = 0; partition < countPartitions(all); partition++) {
    pieces.push(...piecesOfPartition(all, rowsAtOnce, partition));
  }
  return pieces;
}

/** The pieces of one partition. */
export function piecesOfPartition(
  { rows, partitionRows }: Partitioned,
  rowsAtOnce: number,
  partition: number,
): readonly Piece[] {
  const pieces: Piece[] = [];
  const start = partition * partitionRows;
  const end = Math.min(start + partitionRows, rows);
  for (let first = start; first < end; first += rowsAtOnce) {
    pieces.push({ first, rows: Math.min(rowsAtOnce, end - first) });
  }
  return pieces;
}

/** How many pieces come before those of a partition. */
export function piecesBefore({ partitionRows }: Partitioned, rowsAtOnce: number, partition: number): number {
  return partition * Math.ceil(partitionRows / rowsAtOnce);
}
