/** How an axis whose largest absolute value is `most` writes its numbers: 250k and 3M, but 0.6 and never 600m. */
export function axisFormat(most: number): { readonly format: string; readonly labelExpr: string } {
  return { format: most >= 10_000 ? "~s" : ",f", labelExpr: "datum.value === 0 ? '0' : datum.label" };
}
