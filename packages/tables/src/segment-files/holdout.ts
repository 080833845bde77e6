/**
 * Which of some customers are left in peace: exactly `round(share * ids.length)` of them, those whose ids have the lowest
 * hashes under the seed. So the same customers are drawn in whatever order they come, and few change when some are added.
 */
export function holdout(ids: readonly string[], share: number, seed: number): Uint8Array {
  const drawn = new Uint8Array(ids.length);
  const count = Math.round(share * ids.length);
  const hashes = Float64Array.from(ids, (id) => hashOf(id, seed));
  const highest = hashes.slice().sort()[count - 1] ?? -1;
  let left = count;
  for (let i = 0; i < ids.length; i++) {
    if (hashes[i] >= highest) continue;
    drawn[i] = 1;
    left--;
  }
  for (let i = 0; i < ids.length && left > 0; i++) {
    if (hashes[i] !== highest) continue;
    drawn[i] = 1;
    left--;
  }
  return drawn;
}

const SEED_WORD = 0x1_0000_0000;

/** 53 bits of a text: two runs of FNV-1a over its UTF-16 units from different starts, mixed by murmur3's finalizer. */
function hashOf(id: string, seed: number): number {
  let low = mixed(0x9e3779b9 ^ Math.floor(seed / SEED_WORD));
  let high = mixed(0x811c9dc5 ^ (seed % SEED_WORD) ^ low);
  for (let i = 0; i < id.length; i++) {
    const unit = id.charCodeAt(i);
    high = Math.imul(high ^ unit, 0x01000193);
    low = Math.imul(low ^ unit, 0x85ebca6b);
  }
  return (mixed(high ^ id.length) >>> 11) * SEED_WORD + (mixed(low ^ high) >>> 0);
}

function mixed(word: number): number {
  let bits = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}
