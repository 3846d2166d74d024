import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'

/** A data file that cannot be trusted; the message names the file and, where there is one, the record. */
export class DataFileError extends Error {
  override readonly name = 'DataFileError'
  constructor(path: string, reason: string) {
    super(`${path}: ${reason}`)
  }
}

/** The file's bytes, unpacked if it is gzip. @throws DataFileError when it is missing, corrupt or cut off */
export async function readDataFile(path: string): Promise<Buffer> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new DataFileError(path, error.code === 'ENOENT' ? 'there is no such file' : error.message)
  })
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b
  if (!isGzip) return bytes
  return promisify(gunzip)(bytes).catch((error: Error) => {
    throw new DataFileError(path, `the gzip is corrupt or cut off (${error.message})`)
  })
}
