/** A count with its noun: "1 row", "12,000 rows". Nouns that do not take an s bring their plural. */
export function counted(count: number, noun: string, plural: string = `${noun}s`): string {
  return `${count.toLocaleString("en-US")} ${count === 1 ? noun : plural}`;
}
