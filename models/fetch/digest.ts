import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'

export type Checksum = {
  readonly algorithm: 'sha256' | 'md5'
  readonly hex: string
  /** Of the bytes as they lie there, or of what the gzip holds: the same content can be packed in many ways. */
  readonly of: 'file' | 'content'
}

/** @returns the digest in hex, read as a stream. Rejects when the gzip is corrupt or cut off. */
export async function digestOf(path: string, { algorithm, of }: Omit<Checksum, 'hex'>): Promise<string> {
  const hash = createHash(algorithm)
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      done()
    },
  })
  if (of === 'content' && (await isGzip(path))) await pipeline(createReadStream(path), createGunzip(), sink)
  else await pipeline(createReadStream(path), sink)
  return hash.digest('hex')
}

async function isGzip(path: string): Promise<boolean> {
  const file = await open(path)
  try {
    const { buffer } = await file.read(Buffer.alloc(2), 0, 2, 0)
    return buffer[0] === 0x1f && buffer[1] === 0x8b
  } finally {
    await file.close()
  }
}
