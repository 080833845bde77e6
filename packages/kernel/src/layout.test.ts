import { describe, expect, it } from "vitest";
import { chunkRows, createMemory, growMemory, KernelMemoryError, Regions } from "./layout.ts";

const PAGE_BYTES = 65_536;

describe("chunkRows", () => {
  it("is 64 blocks of 256 bits a column", () => {
    expect(chunkRows("float32")).toBe(512);
    expect(chunkRows("float64")).toBe(256);
  });
});

describe("Regions", () => {
  it("hands out regions that begin at multiples of 16 and do not overlap", () => {
    const regions = new Regions(16);
    expect([1, 16, 17, 0, 8].map((bytes) => regions.take(bytes))).toEqual([16, 32, 48, 80, 80]);
    expect(regions.end).toBe(96);
  });
});

describe("a kernel's memory", () => {
  it("has room for the bytes asked for, in whole pages", () => {
    const memory = createMemory(PAGE_BYTES + 1);
    expect(memory.buffer.byteLength).toBe(2 * PAGE_BYTES);
  });

  it("grows only where it is too small, and keeps what it holds", () => {
    const memory = createMemory(1);
    new Uint8Array(memory.buffer).fill(7);
    growMemory(memory, PAGE_BYTES);
    expect(memory.buffer.byteLength).toBe(PAGE_BYTES);
    growMemory(memory, PAGE_BYTES + 1);
    expect(memory.buffer.byteLength).toBe(2 * PAGE_BYTES);
    expect(new Uint8Array(memory.buffer, PAGE_BYTES - 1, 2)).toEqual(Uint8Array.of(7, 0));
  });

  it("ends at 4 GiB, and the error says how many bytes were asked for", () => {
    const tooMuch = 2 ** 32 + 1;
    const memory = createMemory(1);
    for (const ask of [() => createMemory(tooMuch), () => growMemory(memory, tooMuch)]) {
      expect(ask).toThrow(KernelMemoryError);
      expect(ask).toThrow(expect.objectContaining({ name: "KernelMemoryError", bytes: tooMuch }));
    }
    expect(memory.buffer.byteLength).toBe(PAGE_BYTES);
  });
});
