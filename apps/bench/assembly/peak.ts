// What the machine does at most in one thread of WebAssembly: arithmetic in registers, and reads of memory. Kernels are
// held against these.

/** Vectors that a loop works on at a time: with two more that stay, what fits into 16 registers. */
const CHAINS = 12;

/**
 * `a = a * x + y` in CHAINS chains that do not wait for each other.
 *
 * @param at      INOUT  v128[CHAINS + 2], the chains' first values, then x and y
 * @param rounds  IN     number of times
 */
// @ts-ignore: decorator
@inline
function multiplyAdd<T>(at: usize, rounds: i32): void {
  let a0 = v128.load(at, 0);
  let a1 = v128.load(at, 16);
  let a2 = v128.load(at, 32);
  let a3 = v128.load(at, 48);
  let a4 = v128.load(at, 64);
  let a5 = v128.load(at, 80);
  let a6 = v128.load(at, 96);
  let a7 = v128.load(at, 112);
  let a8 = v128.load(at, 128);
  let a9 = v128.load(at, 144);
  let a10 = v128.load(at, 160);
  let a11 = v128.load(at, 176);
  const x = v128.load(at, 192);
  const y = v128.load(at, 208);
  for (let i = 0; i < rounds; ++i) {
    a0 = v128.add<T>(v128.mul<T>(a0, x), y);
    a1 = v128.add<T>(v128.mul<T>(a1, x), y);
    a2 = v128.add<T>(v128.mul<T>(a2, x), y);
    a3 = v128.add<T>(v128.mul<T>(a3, x), y);
    a4 = v128.add<T>(v128.mul<T>(a4, x), y);
    a5 = v128.add<T>(v128.mul<T>(a5, x), y);
    a6 = v128.add<T>(v128.mul<T>(a6, x), y);
    a7 = v128.add<T>(v128.mul<T>(a7, x), y);
    a8 = v128.add<T>(v128.mul<T>(a8, x), y);
    a9 = v128.add<T>(v128.mul<T>(a9, x), y);
    a10 = v128.add<T>(v128.mul<T>(a10, x), y);
    a11 = v128.add<T>(v128.mul<T>(a11, x), y);
  }
  v128.store(at, a0, 0);
  v128.store(at, a1, 16);
  v128.store(at, a2, 32);
  v128.store(at, a3, 48);
  v128.store(at, a4, 64);
  v128.store(at, a5, 80);
  v128.store(at, a6, 96);
  v128.store(at, a7, 112);
  v128.store(at, a8, 128);
  v128.store(at, a9, 144);
  v128.store(at, a10, 160);
  v128.store(at, a11, 176);
}

// @ts-ignore: decorator
@inline
function square<T>(x: v128, c: v128): v128 {
  const t = v128.sub<T>(x, c);
  return v128.mul<T>(t, t);
}

/**
 * `a = a + (x - c)^2` for six c at a time, with an x that is loaded and stays in the nearest cache.
 *
 * @param at      INOUT  v128[6 + 6 + 4]: sums, then c, then each x in turn
 * @param rounds  IN     number of times, a multiple of 4
 */
// @ts-ignore: decorator
@inline
function subtractSquareAdd<T>(at: usize, rounds: i32): void {
  let a0 = v128.load(at, 0);
  let a1 = v128.load(at, 16);
  let a2 = v128.load(at, 32);
  let a3 = v128.load(at, 48);
  let a4 = v128.load(at, 64);
  let a5 = v128.load(at, 80);
  const c0 = v128.load(at, 96);
  const c1 = v128.load(at, 112);
  const c2 = v128.load(at, 128);
  const c3 = v128.load(at, 144);
  const c4 = v128.load(at, 160);
  const c5 = v128.load(at, 176);
  for (let i = 0; i < rounds; ++i) {
    const x = v128.load(at + ((<usize>i & 3) << 4), 192);
    a0 = v128.add<T>(a0, square<T>(x, c0));
    a1 = v128.add<T>(a1, square<T>(x, c1));
    a2 = v128.add<T>(a2, square<T>(x, c2));
    a3 = v128.add<T>(a3, square<T>(x, c3));
    a4 = v128.add<T>(a4, square<T>(x, c4));
    a5 = v128.add<T>(a5, square<T>(x, c5));
  }
  v128.store(at, a0, 0);
  v128.store(at, a1, 16);
  v128.store(at, a2, 32);
  v128.store(at, a3, 48);
  v128.store(at, a4, 64);
  v128.store(at, a5, 80);
}

export function multiplyAddF32(at: usize, rounds: i32): void {
  multiplyAdd<f32>(at, rounds);
}

export function multiplyAddF64(at: usize, rounds: i32): void {
  multiplyAdd<f64>(at, rounds);
}

export function subtractSquareAddF32(at: usize, rounds: i32): void {
  subtractSquareAdd<f32>(at, rounds);
}

export function subtractSquareAddF64(at: usize, rounds: i32): void {
  subtractSquareAdd<f64>(at, rounds);
}

/**
 * Reads memory from end to end.
 *
 * @param at     IN  v128[bytes / 16]
 * @param bytes  IN  a multiple of 64
 * @returns a word that depends on every one read
 */
export function read(at: usize, bytes: usize): i64 {
  let r0 = i64x2.splat(0);
  let r1 = r0;
  let r2 = r0;
  let r3 = r0;
  for (const end = at + bytes; at < end; at += 64) {
    r0 = v128.xor(r0, v128.load(at, 0));
    r1 = v128.xor(r1, v128.load(at, 16));
    r2 = v128.xor(r2, v128.load(at, 32));
    r3 = v128.xor(r3, v128.load(at, 48));
  }
  const all = v128.xor(v128.xor(r0, r1), v128.xor(r2, r3));
  return i64x2.extract_lane(all, 0) ^ i64x2.extract_lane(all, 1);
}
