export default async function stopServers(): Promise<void> {
  await (globalThis as unknown as { stopServers(): Promise<void> }).stopServers();
}
