export async function runMigrate(): Promise<string> {
  return "";
}
