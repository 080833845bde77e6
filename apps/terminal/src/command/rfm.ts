import { rfm, segment } from "@kentro/segments";
import type { RfmInvocation } from "./arguments/invocation.ts";
import { jsonLine, segmentationJson } from "./json.ts";
import { checkOutputs } from "./outputs.ts";
import { readBy } from "./segment.ts";
import { segmentOptions } from "./segment-options.ts";
import { heldSource, openSource, type Source } from "./source.ts";
import { rfmText } from "./text/rfm.ts";
import { writtenText } from "./text/written.ts";
import type { Work } from "./work.ts";
import { outputsOf, writeOutputs } from "./written-segments.ts";

/** Makes customers of orders, finds their segments, writes the files asked for, and returns what stdout is to say. */
export async function runRfm(asked: RfmInvocation, work: Work): Promise<string> {
  const outputs = outputsOf(asked);
  await checkOutputs(outputs, readBy(asked), asked.force);
  const orders = await openSource(asked, work, idsOf(asked));
  const made = await customersOf(asked, orders, work);
  const { preset } = made;
  const source = { ...heldSource(orders.title, made.customers), preset: preset.features, notes: made.notes.sentences };
  const told = { ...asked, id: asked.id ?? preset.id, value: preset.value };
  const result = await segment(source.table, await segmentOptions(told, source, work));
  await writeOutputs(told, result, source, work);
  if (asked.json) {
    return jsonLine({ ...segmentationJson(result, asked.labels), orders: { asOf: made.asOf, notes: made.notes } });
  }
  return (
    rfmText(made, result, work.page) + writtenText(outputs, work.page, "every customer with segment and segment_name")
  );
}

/** The columns whose texts tell customers and orders apart: all of them are needed, however many there are. */
function idsOf({ customer, order }: RfmInvocation): readonly string[] {
  return order === undefined ? [customer] : [customer, order];
}

async function customersOf(asked: RfmInvocation, orders: Source, work: Work) {
  const { customer, date, amount, order, value, asOf } = asked;
  work.at({ what: "adding up", rows: orders.table.rows });
  return await rfm(orders.table, {
    ...{ customer, date, amount, signal: work.signal },
    ...(order === undefined ? {} : { order }),
    ...(value === undefined ? {} : { value }),
    ...(asOf === undefined ? {} : { asOf }),
  });
}
