/**
 * The seeded generator behind every draw of rows: a counter, its bits mixed (splitmix32). It will not change: a seed means
 * the same draws in every version.
 */
export class Random {
  #state = 0;

  /**
   * @param seed   whole number, 0 to 2^53 - 1
   * @param stream whole numbers that name independent uses of one seed
   */
  constructor(seed: number, ...stream: readonly number[]) {
    for (const number of [seed, ...stream]) {
      this.#state = (this.bits() ^ (number % 0x1_0000_0000)) | 0;
      this.#state = (this.bits() ^ Math.floor(number / 0x1_0000_0000)) | 0;
    }
  }

  /** 32 random bits, as an unsigned integer. */
  bits(): number {
    this.#state = (this.#state + 0x9e3779b9) | 0;
    let z = this.#state;
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return (z ^ (z >>> 15)) >>> 0;
  }

  /** A whole number, uniform from 0 to `below` - 1. Assumes 1 <= below <= 2^31. */
  below(below: number): number {
    return Math.floor((this.bits() / 0x1_0000_0000) * below);
  }

  /** `count` whole numbers below `below`, each drawn from all of them. */
  withReplacement(count: number, below: number): Int32Array {
    return Int32Array.from({ length: count }, () => this.below(below));
  }

  /** `count` different whole numbers below `below`, ascending (Floyd's algorithm): its cost does not grow with `below`. */
  sample(count: number, below: number): Int32Array {
    const chosen = new Set<number>();
    for (let last = below - count; last < below; last++) {
      const drawn = this.below(last + 1);
      chosen.add(chosen.has(drawn) ? last : drawn);
    }
    return Int32Array.from(chosen).sort();
  }
}
