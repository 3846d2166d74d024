import { closeSync, ftruncateSync, openSync, unlinkSync, writeSync } from 'node:fs'
import path from 'node:path'

/** One file of a room's log, open for appending. Its writes are synchronous, and not forced to the disk. */
export type LogFile = {
  readonly name: string
  /** How long its first line is, and all of it. */
  readonly firstBytes: number
  readonly bytes: number
  /** @throws Error when the disk does not take all of it; none of it is in the file then, and nothing may follow it */
  append(lines: string): void
  close(): void
}

/** @throws Error when the disk does not take its first line; there is no such file then */
export function beginLogFile(folder: string, name: string, firstLine: string): LogFile {
  const file = path.join(folder, name)
  const fd = openSync(file, 'w', 0o600)
  try {
    const firstBytes = writeWhole(fd, firstLine)
    let bytes = firstBytes
    return {
      name,
      firstBytes,
      get bytes() {
        return bytes
      },
      append(lines) {
        try {
          bytes += writeWhole(fd, lines)
        } catch (error) {
          cutBack(fd, bytes)
          throw error
        }
      },
      close: () => closeSync(fd),
    }
  } catch (error) {
    closeSync(fd)
    unlinkSync(file)
    throw error
  }
}

/** What all rooms write from, one after the other: their lines come by the thousand a second. */
const scratch = Buffer.allocUnsafeSlow(256 * 1024)
const mostBytesOfUnit = 3

/** @returns how many bytes they were */
function writeWhole(fd: number, text: string): number {
  const isShort = text.length * mostBytesOfUnit <= scratch.length
  const bytes = isShort ? scratch.subarray(0, scratch.write(text)) : Buffer.from(text)
  for (let written = 0; written < bytes.length; ) written += writeSync(fd, bytes, written)
  return bytes.length
}

/** Takes back what was written of lines that did not fit. */
function cutBack(fd: number, bytes: number): void {
  try {
    ftruncateSync(fd, bytes)
  } catch {
    // Then the file ends in half a line, which is left out when it is read.
  }
}
