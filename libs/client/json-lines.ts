/** The JSON documents of an NDJSON stream, however its bytes are chunked. Memory: one line. */
export async function* jsonLines<Line>(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Line> {
  const decoder = new TextDecoder();
  let begun = '';
  for await (const chunk of chunks) {
    const lines = (begun + decoder.decode(chunk, { stream: true })).split('\n');
    begun = lines.pop() ?? '';
    for (const line of lines) if (line !== '') yield JSON.parse(line) as Line;
  }
  begun += decoder.decode();
  if (begun.trim() !== '') yield JSON.parse(begun) as Line;
}
