/**
 * The seeded generator behind everything random: xoshiro128** 1.1 (Blackman and Vigna 2018), its state filled by
 * splitmix32 from the seed and the numbers of a stream. It will not change: a seed means the same draws in every version.
 */
export class Random {
  #a: number;
  #b: number;
  #c: number;
  #d: number;

  /**
   * @param seed   whole number, 0 to 2^53 - 1
   * @param stream whole numbers that name independent uses of one seed (a restart, a reference set)
   */
  constructor(seed: number, ...stream: readonly number[]) {
    let state = 0;
    const mix = (word: number): number => {
      state = (state + 0x9e3779b9 + word) | 0;
      let z = state;
      z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
      z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
      return z ^ (z >>> 15);
    };
    for (const number of [seed, ...stream]) {
      state = mix(number % 0x1_0000_0000);
      state = mix(Math.floor(number / 0x1_0000_0000));
    }
    this.#a = mix(0);
    this.#b = mix(0);
    this.#c = mix(0);
    this.#d = mix(0) | 1;
  }

  /** 32 random bits, as a signed integer. */
  bits(): number {
    const product = Math.imul(this.#b, 5);
    const result = Math.imul((product << 7) | (product >>> 25), 9);
    const t = this.#b << 9;
    this.#c ^= this.#a;
    this.#d ^= this.#b;
    this.#b ^= this.#c;
    this.#a ^= this.#d;
    this.#c ^= t;
    this.#d = (this.#d << 11) | (this.#d >>> 21);
    return result;
  }

  /** Uniform in [0, 1), with 53 random bits. */
  uniform(): number {
    return ((this.bits() >>> 5) * 0x400_0000 + (this.bits() >>> 6)) / 0x20_0000_0000_0000;
  }

  /** A whole number, uniform from 0 to `below` - 1. */
  below(below: number): number {
    return Math.floor(this.uniform() * below);
  }

  /** Standard normal (Box and Muller 1958). */
  normal(): number {
    const radius = Math.sqrt(-2 * Math.log(1 - this.uniform()));
    return radius * Math.cos(2 * Math.PI * this.uniform());
  }

  /** `count` different whole numbers below `below`, ascending (Knuth's algorithm S). */
  sample(count: number, below: number): Int32Array {
    const chosen = new Int32Array(count);
    for (let i = 0, taken = 0; taken < count; i++) {
      if ((below - i) * this.uniform() < count - taken) chosen[taken++] = i;
    }
    return chosen;
  }
}
