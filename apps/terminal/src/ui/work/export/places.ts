import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { failureOf } from "../../../command/failure.ts";
import { found, isFolder, type Output, type OutputFault, outputLook } from "../../../command/output-faults.ts";
import { inputsOf } from "../../../command/source.ts";
import type { Work } from "../desk.ts";
import { fullPath } from "../full-path.ts";
import { commandPath } from "./command-path.ts";
import { faultWords } from "./fault-words.ts";
import type { LookRequest, Place } from "./protocol.ts";

/** Looks at where things would be written. */
export async function look(job: LookRequest, { answer }: Pick<Work, "answer">): Promise<void> {
  answer({ type: "looked", id: job.id, places: await placesOf(job) });
}

/** What is at each place, and what is wrong with it. Those that are not wanted are in nobody's way. */
export async function placesOf({ source, outputs }: Pick<LookRequest, "source" | "outputs">): Promise<Place[]> {
  const inputs = inputsOf({ sources: [source] });
  const lookAtWanted = await outputLook(inputs);
  const places: Place[] = [];
  for (const { wanted, ...output } of outputs) {
    const full = fullPath(output.path);
    const lookAt = wanted ? lookAtWanted : await outputLook(inputs);
    const asked = { option: output.option, path: full };
    places.push({ ...output, full, shown: commandPath(full), ...(await seenAt(asked, output.path, lookAt)) });
  }
  return places;
}

/** What cannot even be looked at, as links that go round in a circle, cannot be written either. */
async function seenAt(
  output: Output,
  typed: string,
  lookAt: (output: Output) => Promise<OutputFault | null>,
): Promise<Pick<Place, "there" | "fault">> {
  try {
    const fault = await lookAt(output);
    const words = fault === null || fault.kind === "exists" ? null : faultWords({ ...output, path: typed }, fault);
    return { there: await whatIsAt(output), fault: words };
  } catch (error) {
    return { there: null, fault: failureOf(error).message };
  }
}

/** How much is at a place, null where there is nothing that would be replaced. */
export async function whatIsAt(
  output: Parameters<typeof isFolder>[0] & { readonly path: string },
): Promise<Place["there"]> {
  const status = await found(output.path);
  if (status === null) return null;
  if (!isFolder(output)) return { bytes: status.size, files: 1 };
  if (!status.isDirectory()) return null;
  // What may not be listed is told of when it cannot be written.
  const names = (await readdir(output.path).catch(() => [])).filter((name) => name.endsWith(".svg"));
  const pictures = await Promise.all(names.map((name) => found(join(output.path, name))));
  const bytes = pictures.reduce((sum, picture) => sum + (picture?.size ?? 0), 0);
  return names.length === 0 ? null : { bytes, files: names.length };
}
