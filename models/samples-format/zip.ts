import { crc32 } from 'node:zlib'
import type { ExportEntry } from './exported-sample'

/** Where a number is too large for its field, it is this, and the right one is in a field of ZIP64. */
const tooLarge = { in16: 0xffff, in32: 0xffffffff } as const
/** 4.5: ZIP64 may be in it. 3: Unix, whose rights of a file are 0664. */
const [version, unix, rights] = [45, 3 << 8, 0o100664]
/** The sum and the sizes follow the file, and names are UTF-8. */
const flags = 0x0808
/** What is known of each file waits for the end: a buffer of its own would take more memory than what is in it. */
const recordsTogether = 512

/**
 * Files as a zip that stores them as they are, made as it is taken (APPNOTE.TXT 6.3.10 by PKWARE). Each file is asked for once the one
 * before it has been read to its end.
 * @param at when they were changed
 */
export async function* zipOf(entries: AsyncIterable<ExportEntry>, at: Date): AsyncGenerator<Uint8Array> {
  const time = dosTime(at)
  const directory: Buffer[] = []
  let [recent, files]: [Buffer[], number] = [[], 0]
  let offset = 0
  for await (const { name, content } of entries) {
    const file = { name: Buffer.from(name), time, offset, sum: 0, bytes: 0 }
    const header = headerOf(file)
    yield header
    for await (const piece of content instanceof Uint8Array ? [content] : content) {
      file.sum = crc32(piece, file.sum)
      file.bytes += piece.length
      yield piece
    }
    const descriptor = descriptorOf(file)
    yield descriptor
    offset += header.length + file.bytes + descriptor.length
    files++
    if (recent.push(recordOf(file)) < recordsTogether) continue
    directory.push(Buffer.concat(recent))
    recent = []
  }
  directory.push(...recent)
  yield* directory
  const bytes = directory.reduce((sum, { length }) => sum + length, 0)
  yield endOf({ files, bytes, offset })
}

type ZippedFile = {
  readonly name: Buffer
  readonly time: number
  /** Where its header begins. */
  readonly offset: number
  /** CRC-32. */
  sum: number
  bytes: number
}

/** From Node's pool, which costs a fraction of memory of its own. */
const zeros = (bytes: number) => Buffer.allocUnsafe(bytes).fill(0)

function headerOf({ name, time }: ZippedFile): Buffer {
  const header = zeros(30 + name.length)
  header.writeUInt32LE(0x04034b50)
  header.writeUInt16LE(version, 4)
  header.writeUInt16LE(flags, 6)
  header.writeUInt32LE(time, 10)
  header.writeUInt16LE(name.length, 26)
  header.set(name, 30)
  return header
}

function descriptorOf({ sum, bytes }: ZippedFile): Buffer {
  const isLarge = bytes >= tooLarge.in32
  const descriptor = zeros(isLarge ? 24 : 16)
  descriptor.writeUInt32LE(0x08074b50)
  descriptor.writeUInt32LE(sum, 4)
  for (const size of [0, 1]) {
    if (isLarge) descriptor.writeBigUInt64LE(BigInt(bytes), 8 + 8 * size)
    else descriptor.writeUInt32LE(bytes, 8 + 4 * size)
  }
  return descriptor
}

/** What the directory at the end says of a file. */
function recordOf({ name, time, offset, sum, bytes }: ZippedFile): Buffer {
  const large = [
    ...(bytes >= tooLarge.in32 ? [bytes, bytes] : []),
    ...(offset >= tooLarge.in32 ? [offset] : []),
  ]
  const extraBytes = large.length > 0 ? 4 + 8 * large.length : 0
  const record = zeros(46 + name.length + extraBytes)
  record.writeUInt32LE(0x02014b50)
  record.writeUInt16LE(unix | version, 4)
  record.writeUInt16LE(version, 6)
  record.writeUInt16LE(flags, 8)
  record.writeUInt32LE(time, 12)
  record.writeUInt32LE(sum, 16)
  record.writeUInt32LE(Math.min(bytes, tooLarge.in32), 20)
  record.writeUInt32LE(Math.min(bytes, tooLarge.in32), 24)
  record.writeUInt16LE(name.length, 28)
  record.writeUInt16LE(extraBytes, 30)
  record.writeUInt16LE(rights, 40)
  record.writeUInt32LE(Math.min(offset, tooLarge.in32), 42)
  record.set(name, 46)
  if (extraBytes > 0) {
    const extra = 46 + name.length
    record.writeUInt16LE(1, extra)
    record.writeUInt16LE(extraBytes - 4, extra + 2)
    large.forEach((size, index) => {
      record.writeBigUInt64LE(BigInt(size), extra + 4 + 8 * index)
    })
  }
  return record
}

/** @param directory how large it is, and where it begins */
function endOf(directory: {
  readonly files: number
  readonly bytes: number
  readonly offset: number
}): Buffer {
  const { files, bytes, offset } = directory
  const end = zeros(22)
  end.writeUInt32LE(0x06054b50)
  for (const field of [8, 10]) end.writeUInt16LE(Math.min(files, tooLarge.in16), field)
  end.writeUInt32LE(Math.min(bytes, tooLarge.in32), 12)
  end.writeUInt32LE(Math.min(offset, tooLarge.in32), 16)
  if (files < tooLarge.in16 && bytes < tooLarge.in32 && offset < tooLarge.in32) return end
  const large = zeros(76)
  large.writeUInt32LE(0x06064b50)
  large.writeUInt32LE(44, 4)
  large.writeUInt16LE(unix | version, 12)
  large.writeUInt16LE(version, 14)
  for (const field of [24, 32]) large.writeBigUInt64LE(BigInt(files), field)
  large.writeBigUInt64LE(BigInt(bytes), 40)
  large.writeBigUInt64LE(BigInt(offset), 48)
  large.writeUInt32LE(0x07064b50, 56)
  large.writeBigUInt64LE(BigInt(offset + bytes), 64)
  large.writeUInt32LE(1, 72)
  return Buffer.concat([large, end])
}

/** Of this machine's zone, to two seconds, as MS-DOS had it: the time below the date. */
function dosTime(at: Date): number {
  const time = (at.getHours() << 11) | (at.getMinutes() << 5) | (at.getSeconds() >> 1)
  const date = ((at.getFullYear() - 1980) << 9) | ((at.getMonth() + 1) << 5) | at.getDate()
  return date * 2 ** 16 + time
}
