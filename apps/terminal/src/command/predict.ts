import type { SegmentationModel } from "@kentro/segments";
import type { PredictInvocation } from "./arguments/invocation.ts";
import { jsonLine, MOST_LABELS, predictionJson } from "./json.ts";
import { readModel } from "./model-file.ts";
import type { Output } from "./output-faults.ts";
import { checkOutputs } from "./outputs.ts";
import { inputsOf, isSample, openSource } from "./source.ts";
import { predictStreamed, type StreamedPrediction } from "./streamed-prediction.ts";
import { predictionText } from "./text/prediction.ts";
import { writtenText } from "./text/written.ts";
import { type Work, writing } from "./work.ts";

/** Puts customers into saved segments, writes the file asked for, and returns what stdout is to say. */
export async function runPredict(asked: PredictInvocation, work: Work): Promise<string> {
  const { out, force } = asked;
  const outputs: Output[] = out === undefined ? [] : [{ option: "--out", path: out }];
  await checkOutputs(outputs, [asked.model, ...inputsOf(asked)], force);
  const model = await readModel(asked.model, work.signal);
  const result = isSample(asked) ? await predictSample(asked, model, work) : await predictFiles(asked, model, work);
  if (asked.json) return jsonLine(predictionJson(result, asked.labels));
  return predictionText(result, model, work.page) + writtenText(outputs, work.page);
}

async function predictSample(
  asked: PredictInvocation,
  model: SegmentationModel,
  work: Work,
): Promise<StreamedPrediction> {
  const { out, excel, force } = asked;
  const source = await openSource(asked, work);
  const result = await model.predict(source.table, { signal: work.signal });
  if (out !== undefined) {
    const options = { overwrite: force, excel, signal: work.signal };
    await writing(work, out, () => source.write(out, result.labels, result.segments, options));
  }
  return result;
}

async function predictFiles(
  asked: PredictInvocation,
  model: SegmentationModel,
  work: Work,
): Promise<StreamedPrediction> {
  const { out = null, excel, force, json, labels } = asked;
  const mostLabels = json ? (labels ? Number.POSITIVE_INFINITY : MOST_LABELS) : 0;
  const result = await predictStreamed(out, model, asked, { excel, overwrite: force, mostLabels }, work);
  if (out !== null) work.written.push(out);
  return result;
}
