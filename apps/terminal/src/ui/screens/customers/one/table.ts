import { centeredBar } from "@kentro/cells";
import type { Segment } from "@kentro/segments";
import { widestOf } from "../../../../text/visible.ts";
import { cell, fit, type Line, span } from "../../../text/line.ts";
import type { Compared } from "./compared.ts";

const VALUE = 9;
const MEAN = 11;
const DIFFERENCE = 7;
const LEAST_NAME = 6;
const LEAST_BAR = 5;
const WIDEST_BAR = 31;
const WIDEST_OWN = 28;
const SHARE_OF_OWN = 0.3;
const FOR_ALL = 56;
const FOR_BAR = 64;
/** A bar is full at this many standard deviations. */
const FULL = 2;

/** Titles, and a line for each column of a customer: its own, the segment's, everybody's, and a bar of the difference. */
export function comparison(all: readonly Compared[], segment: Segment | null, width: number): Line[] {
  const withAll = width >= FOR_ALL;
  const withBar = width >= FOR_BAR;
  const longest = (texts: readonly string[]): number => Math.max(1, widestOf(texts));
  const fixed = 1 + MEAN + (withAll ? VALUE : 0) + DIFFERENCE + (withBar ? LEAST_BAR + 2 : 0);
  const owns = Math.min(
    Math.max(VALUE, longest(all.map(({ own }) => own)) + 2),
    Math.max(WIDEST_OWN, Math.floor(width * SHARE_OF_OWN)),
  );
  const own = Math.max(VALUE, Math.min(owns, width - fixed - LEAST_NAME));
  const names = Math.max(LEAST_NAME, Math.min(longest(all.map(({ name }) => name)), width - fixed - own));
  const half = Math.max(0, Math.min(WIDEST_BAR, width - fixed - own - names + LEAST_BAR) - 1) >> 1;
  const bars = 2 * half + 1;
  const style = segment === null ? {} : { segment: segment.id };
  const titles: Line = [
    cell("", 1 + names),
    cell("customer", own, undefined, "end"),
    cell(segment === null ? "" : `mean of ${segment.letter}`, MEAN, undefined, "end"),
    ...(withAll ? [cell("all", VALUE, undefined, "end")] : []),
    ...(withBar ? [span("  "), cell("less", half, undefined, "end"), span("│"), cell("more", half)] : []),
    cell("sd", DIFFERENCE, undefined, "end"),
  ];
  const lines = all.map(
    (each): Line => [
      span(" "),
      cell(each.name, names),
      cell(each.own, own, { bold: true }, "end"),
      cell(each.segment, MEAN, undefined, "end"),
      ...(withAll ? [cell(each.all, VALUE, undefined, "end")] : []),
      ...(withBar
        ? [
            span("  "),
            span(each.away === null ? " ".repeat(bars) : centeredBar(each.away, FULL, bars, "blocks"), style),
          ]
        : []),
      cell(each.difference, DIFFERENCE, undefined, "end"),
    ],
  );
  return [titles, ...lines].map((each) => fit(each, width));
}
