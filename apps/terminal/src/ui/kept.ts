/**
 * The work with its last answer kept: asked again of the very same things, it is not done again. For pure functions of
 * things that never change, which frame after frame asks.
 */
export function kept<Given extends readonly unknown[], Made>(
  work: (...given: Given) => Made,
): (...given: Given) => Made {
  let last: { readonly given: Given; readonly made: Made } | null = null;
  return (...given) => {
    const before = last;
    if (before !== null && given.every((each, index) => Object.is(each, before.given[index]))) return before.made;
    const made = work(...given);
    last = { given, made };
    return made;
  };
}
