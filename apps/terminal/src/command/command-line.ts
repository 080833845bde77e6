const PLAIN = /^[\w@%+=:,./-]+$/;

/** The command that was given, quoted for a POSIX shell, so that it can be pasted to do the same again. */
export function commandText(args: readonly string[]): string {
  return ["kentro", ...args.map((arg) => (PLAIN.test(arg) ? arg : `'${arg.replaceAll("'", "'\\''")}'`))].join(" ");
}
