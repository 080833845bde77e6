/** The last part of a path, as it is written here or on Windows. */
export function fileName(path: string): string {
  return path.split(/[/\\]/).at(-1) ?? path;
}
