/** Whether an engine answers at this address within the time. */
export async function answers(url: string, timeoutMs = 3_000): Promise<boolean> {
  try {
    const answer = await fetch(new URL('/health/live', url), { signal: AbortSignal.timeout(timeoutMs) });
    await answer.body?.cancel();
    return answer.ok;
  } catch {
    return false;
  }
}
