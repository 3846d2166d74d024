/** Written at once, where single pieces are small. */
export const chunkBytes = 64 * 1024

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

/** Bytes, gathered likewise. What is as large as a chunk is passed on as it is. */
export async function* gathered(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let waiting: Uint8Array[] = []
  let length = 0
  for await (const piece of pieces) {
    waiting.push(piece)
    length += piece.length
    if (length < chunkBytes) continue
    yield waiting.length === 1 ? piece : Buffer.concat(waiting)
    waiting = []
    length = 0
  }
  if (length > 0) yield Buffer.concat(waiting)
}
