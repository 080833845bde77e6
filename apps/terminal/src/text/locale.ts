/** Whether the terminal draws more than ASCII: on Windows always, elsewhere where the locale is UTF-8. */
export function drawsUnicode(env: Readonly<NodeJS.ProcessEnv>, platform: NodeJS.Platform): boolean {
  const { LC_ALL, LC_CTYPE, LANG } = env;
  return platform === "win32" || /utf-?8/i.test(LC_ALL || LC_CTYPE || LANG || "");
}
