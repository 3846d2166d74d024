const chunkBytes = 64 * 1024

/** Texts, gathered to chunks: one small write a sample costs more than the sample. */
export async function* chunksOf(texts: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  let gathered: string[] = []
  let length = 0
  for await (const text of texts) {
    gathered.push(text)
    length += text.length
    if (length < chunkBytes) continue
    yield Buffer.from(gathered.join(''))
    gathered = []
    length = 0
  }
  if (length > 0) yield Buffer.from(gathered.join(''))
}
