import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import path from 'node:path'
import { finished } from 'node:stream/promises'

/** Bytes that have to wait until all samples are read: on disk, so that memory holds none of them. */
export type Spool = {
  /** Resolves when more can be taken. */
  add(bytes: Uint8Array): Promise<void>
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
  return {
    async add(bytes) {
      check()
      if (!stream.write(bytes)) await once(stream, 'drain')
    },
    async *read() {
      stream.end()
      await finished(stream)
      yield* createReadStream(file, { highWaterMark: 256 * 1024 })
    },
  }
}
