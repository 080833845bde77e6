/**
 * Reorders values[from..=to] so that the one at `place` is where sorting would put it, with no larger one before it and
 * no smaller one behind it. In linear time (Floyd and Rivest, Algorithm 489, 1975). Assumes no NaN.
 */
export function select(values: Float64Array, place: number, from = 0, to: number = values.length - 1): void {
  let [left, right] = [from, to];
  while (right > left) {
    if (right - left > 600) {
      const n = right - left + 1;
      const m = place - left + 1;
      const z = Math.log(n);
      const s = 0.5 * Math.exp((2 * z) / 3);
      const sd = 0.5 * Math.sqrt((z * s * (n - s)) / n) * (m - n / 2 < 0 ? -1 : 1);
      const near = Math.max(left, Math.floor(place - (m * s) / n + sd));
      const far = Math.min(right, Math.floor(place + ((n - m) * s) / n + sd));
      select(values, place, near, far);
    }
    const pivot = values[place]!;
    let i = left;
    let j = right;
    swap(values, left, place);
    if (values[right]! > pivot) swap(values, left, right);
    while (i < j) {
      swap(values, i, j);
      i++;
      j--;
      while (values[i]! < pivot) i++;
      while (values[j]! > pivot) j--;
    }
    if (values[left] === pivot) swap(values, left, j);
    else swap(values, ++j, right);
    if (j <= place) left = j + 1;
    if (place <= j) right = j - 1;
  }
}

function swap(values: Float64Array, i: number, j: number): void {
  const kept = values[i]!;
  values[i] = values[j]!;
  values[j] = kept;
}
