/**
 * The seeded generator behind all made data: mulberry32 (Tommy Ettinger 2017), 32 bits of state. It uses integer
 * arithmetic and square roots alone, so that every engine draws the same bits.
 */
export class Random {
  #state: number;

  /** @param seed whole number, 0 to 2^32 - 1 */
  constructor(seed: number) {
    this.#state = seed | 0;
  }

  /** Uniform in [0, 1), a multiple of 2^-32. */
  uniform(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let z = this.#state;
    z = Math.imul(z ^ (z >>> 15), z | 1);
    z ^= z + Math.imul(z ^ (z >>> 7), z | 61);
    return ((z ^ (z >>> 14)) >>> 0) / 0x1_0000_0000;
  }

  /** A whole number, uniform from 0 to `below` - 1. */
  below(below: number): number {
    return Math.floor(this.uniform() * below);
  }

  /** Bell-shaped with mean 0 and variance 1: the sum of four uniform draws, centered and scaled. */
  bell(): number {
    return (this.uniform() + this.uniform() + this.uniform() + this.uniform() - 2) * Math.sqrt(3);
  }
}
