import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import path from 'node:path'
import { finished } from 'node:stream/promises'
import { chunkBytes } from './chunks'

/** Bytes that have to wait until all samples are read: on disk, so that memory holds none of them. */
export type Spool = {
  /** Keeps the bytes, which no one may change from then on. Waits where more cannot be taken yet. */
  add(bytes: Uint8Array): Promise<void> | undefined
  /** All that was added, once nothing more is. */
  read(): AsyncGenerator<Uint8Array>
}

/** @param folder holds no file of this name yet */
export function openSpool(folder: string, name: string): Spool {
  const file = path.join(folder, name)
  const stream = createWriteStream(file, { flags: 'wx', highWaterMark: 256 * 1024 })
  let failure: Error | null = null
  stream.on('error', (error) => {
    failure = error
  })
  const check = () => {
    if (failure) throw failure
  }
  let waiting: Uint8Array[] = []
  let length = 0
  /** Many small writes cost more than what is in them. @returns whether more can be taken */
  function flush(): boolean {
    const chunk = Buffer.concat(waiting)
    waiting = []
    length = 0
    return stream.write(chunk)
  }
  return {
    add(bytes) {
      check()
      waiting.push(bytes)
      length += bytes.length
      if (length < chunkBytes || flush()) return
      return once(stream, 'drain').then(check)
    },
    async *read() {
      check()
      flush()
      stream.end()
      await finished(stream)
      yield* createReadStream(file, { highWaterMark: 256 * 1024 })
    },
  }
}
