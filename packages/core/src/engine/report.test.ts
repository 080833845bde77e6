import { Workspace } from "@kentro/kernel";
import { describe, expect, it, vi } from "vitest";
import { kmeans } from "../kmeans.ts";
import { normalRows } from "../testing/points.ts";

describe("the engine in a fit", () => {
  const points = normalRows(6000, 3, 1);

  it("counts the steps that each way of computing them took, and says why", async () => {
    const { engine, iterations } = await kmeans(points, { k: 6, init: points.slice(0, 6), tolerance: 0 });
    const { dense, quantized, bounded } = engine.steps;
    // Each iteration of the one run, and the last assignment.
    expect(dense + quantized + bounded).toBe(iterations + 1);
    expect(quantized).toBeGreaterThan(0);
    expect(bounded).toBeGreaterThan(0);
    expect(engine.steps[engine.name]).toBe(Math.max(dense, quantized, bounded));
    expect(engine.reason).toMatch(/^quantized rounded .+ \(\d+ steps?\); bounded passed over .+ \(\d+ steps?\)\.$/);
  });

  it("is the one that was asked for", async () => {
    const { engine } = await kmeans(points, { k: 6, restarts: 1, engine: "dense" });
    expect(engine).toMatchObject({
      name: "dense",
      steps: { quantized: 0, bounded: 0 },
      reason: "dense was asked for.",
    });
  });

  it("is the one that was asked for where a search goes on in a copy of the rows, too", async () => {
    const perform = vi.spyOn(Workspace.prototype, "perform");
    await kmeans(points, { k: 6, restarts: 1, search: "swap", engine: "dense" });
    const operations = new Set(perform.mock.calls.map(([operation]) => operation));
    perform.mockRestore();
    expect(operations).toContain("assign");
    for (const other of ["assignQuantized", "assignBounded", "treeAssign"]) expect(operations).not.toContain(other);
  });

  it("is dense for few rows, and for rows with weights", async () => {
    const few = await kmeans(points.slice(0, 100), { k: 3, restarts: 1 });
    expect(few.engine).toMatchObject({ name: "dense", reason: "100 rows are too few for any but the dense way." });
    const weighted = await kmeans(points, { k: 3, restarts: 1, weights: points.map((_, row) => 1 + (row % 2)) });
    expect(weighted.engine).toMatchObject({ name: "dense", reason: "Rows with weights have the dense way alone." });
  });
});
