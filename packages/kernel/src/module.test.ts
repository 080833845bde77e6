import { describe, expect, it } from "vitest";
import { compileKernel, compileSharedKernel, instantiateKernel, sharedWasmBytes, wasmBytes } from "./module.ts";
import { ShippedScene } from "./testing/shipped-scene.ts";

const START_SECTION = 8;
const DATA_SECTION = 11;

describe("the shipped module", () => {
  it("has neither a data section nor a start section", () => {
    const ids = sectionIds(wasmBytes());
    expect(ids).toContain(10);
    expect(ids).not.toContain(DATA_SECTION);
    expect(ids).not.toContain(START_SECTION);
  });

  it("imports nothing but the memory", async () => {
    expect(WebAssembly.Module.imports(await compileKernel())).toEqual([
      { module: "env", name: "memory", kind: "memory" },
    ]);
  });

  it("exports every kernel in both precisions, and nothing but functions", async () => {
    const kernels = [
      "addSquares",
      "assign",
      "assignBounded",
      "assignChanged",
      "assignQuantized",
      "assignWeighted",
      "distancesToAll",
      "distancesToOne",
      "exchange",
      "extent",
      "moveRow",
      "nearest",
      "place",
      "quantize",
      "seedCost",
      "survey",
      "treeAssign",
      "treeGiveLabels",
      "treeKeys",
      "treePlace",
      "treeScatter",
      "treeSort",
      "treeTellLabels",
    ];
    const names = [
      "distanceSumF64",
      "placeRoundedF32",
      "treeCount",
      "treeTakeLabels",
      ...kernels.flatMap((kernel) => [`${kernel}F32`, `${kernel}F64`]),
    ];
    const exported = WebAssembly.Module.exports(await compileKernel());
    expect(exported.map(({ name }) => name).sort()).toEqual(names.sort());
    expect(new Set(exported.map(({ kind }) => kind))).toEqual(new Set(["function"]));
  });

  it("is compiled once for all who ask", async () => {
    expect(await compileKernel()).toBe(await compileKernel());
  });

  it("differs from the one for shared memory in one byte, the kind of memory", async () => {
    const own = wasmBytes();
    const shared = sharedWasmBytes();
    const differences = [...own.keys()].filter((at) => own[at] !== shared[at]);
    expect(differences.length).toBe(1);
    const module = await compileSharedKernel();
    expect(WebAssembly.Module.exports(module)).toEqual(WebAssembly.Module.exports(await compileKernel()));
    const memory = new WebAssembly.Memory({ initial: 1, maximum: 65_536, shared: true });
    expect(() => instantiateKernel(module, memory)).not.toThrow();
    expect(() => instantiateKernel(module, new WebAssembly.Memory({ initial: 1, maximum: 65_536 }))).toThrow(
      WebAssembly.LinkError,
    );
  });

  it("does not disturb another instance over the same memory", async () => {
    const module = await compileKernel();
    const halfBytes = 4 * 65_536;
    const scenes = (memory: WebAssembly.Memory, instances: number): ShippedScene[] => {
      const view = new DataView(memory.buffer);
      const kernels = Array.from({ length: instances }, () => instantiateKernel(module, memory));
      return [0, 1].map(
        (half) =>
          new ShippedScene(view, kernels[half % instances], 64 + half * halfBytes, 700, 3, 4, true, false, half === 1),
      );
    };
    const alone = new WebAssembly.Memory({ initial: 8, maximum: 8 });
    for (const scene of scenes(alone, 1)) {
      scene.clear();
      for (const step of twoSteps(scene)) step();
    }
    const together = new WebAssembly.Memory({ initial: 8, maximum: 8 });
    const [first, second] = scenes(together, 2);
    first.clear();
    second.clear();
    const secondSteps = twoSteps(second);
    twoSteps(first).forEach((step, i) => {
      step();
      secondSteps[i]();
    });
    expect(Buffer.from(together.buffer).equals(Buffer.from(alone.buffer))).toBe(true);
  });
});

function twoSteps(scene: ShippedScene): (() => unknown)[] {
  return [
    () => scene.seedCost(0, true),
    () => scene.assign(),
    () => scene.placeCentroids(scene.nextCentroids),
    () => scene.assign(),
    () => scene.distancesToAll(),
  ];
}

/** The ids of a module's sections, in order: each section is an id, its size in LEB128, and as many bytes. */
function sectionIds(bytes: Uint8Array): number[] {
  const ids: number[] = [];
  for (let at = 8; at < bytes.length; ) {
    ids.push(bytes[at++]);
    let size = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++];
      size += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) break;
    }
    at += size;
  }
  return ids;
}
