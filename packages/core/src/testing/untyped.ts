/** A value as a caller without types may hand it in, whatever the parameter says. */
export function untyped<T>(value: unknown): T {
  const box = JSON.parse("{}");
  box.value = value;
  return box.value;
}
