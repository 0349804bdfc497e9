/** Whether a Tenure engine listens at this address, by the title of its OpenAPI document. */
export async function isTenure(url: string, timeoutMs = 3_000): Promise<boolean> {
  try {
    const answer = await fetch(new URL('/openapi.json', url), { signal: AbortSignal.timeout(timeoutMs) });
    const { info } = (await answer.json()) as { info?: { title?: string } };
    return info?.title === 'Tenure';
  } catch {
    return false; // silent, or not HTTP: not an engine either way
  }
}
