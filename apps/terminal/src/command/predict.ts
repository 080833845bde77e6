import type { PredictInvocation } from "./arguments/invocation.ts";
import { jsonLine, predictionJson } from "./json.ts";
import { readModel } from "./model-file.ts";
import { checkOutputs, type Output } from "./outputs.ts";
import { inputsOf, openSource } from "./source.ts";
import { predictionText } from "./text/prediction.ts";
import { writtenText } from "./text/written.ts";
import { type Work, writing } from "./work.ts";

/** Puts customers into saved segments, writes the file asked for, and returns what stdout is to say. */
export async function runPredict(asked: PredictInvocation, work: Work): Promise<string> {
  const { out, force } = asked;
  const outputs: Output[] = out === undefined ? [] : [{ option: "--out", path: out }];
  await checkOutputs(outputs, [asked.model, ...inputsOf(asked.source)], force);
  const model = await readModel(asked.model, work.signal);
  const source = await openSource(asked.source, work.signal, work.at);
  const result = await model.predict(source.table, { signal: work.signal });
  if (out !== undefined) {
    const options = { overwrite: force, signal: work.signal };
    await writing(work, out, () => source.write(out, result.labels, result.segments, options));
  }
  if (asked.json) return jsonLine(predictionJson(result, asked.labels));
  return predictionText(result, model, work.page) + writtenText(outputs, work.page);
}
