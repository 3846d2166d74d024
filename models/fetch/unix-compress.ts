/** Bits of the shortest code, and the code that empties the table. */
const firstBits = 9
const clearCode = 256

/**
 * Unpacks `.Z`, the LZW of Unix `compress`, in which old sets are still published.
 *
 * Codes grow from 9 bits to the file's maximum. They are written in groups of eight, and when the size changes or the table
 * is emptied the rest of the group is padding.
 *
 * @throws RangeError when the bytes are not `.Z`, or end in the middle of it
 */
export function decompress(bytes: Uint8Array): Buffer {
  const flags = bytes[2]
  if (bytes[0] !== 0x1f || bytes[1] !== 0x9d || flags === undefined) throw new RangeError('not in .Z format')
  const maxBits = flags & 0x1f
  const canClear = (flags & 0x80) !== 0
  const firstFree = canClear ? clearCode + 1 : clearCode
  const table: Buffer[] = Array.from({ length: 256 }, (_, value) => Buffer.of(value))
  table.length = firstFree
  const unpacked: Buffer[] = []
  let bits = firstBits
  let position = 24
  let groupStart = position
  let previous: Buffer | undefined

  const nextGroup = () => {
    const groupBits = bits * 8
    position = groupStart + Math.ceil((position - groupStart) / groupBits) * groupBits
    groupStart = position
  }

  while (position + bits <= bytes.length * 8) {
    const code = readBits(bytes, position, bits)
    position += bits
    if (code === clearCode && canClear) {
      nextGroup()
      table.length = firstFree
      bits = firstBits
      previous = undefined
      continue
    }
    const known = table[code]
    const entry =
      known ??
      (previous && code === table.length ? Buffer.concat([previous, previous.subarray(0, 1)]) : undefined)
    if (!entry) throw new RangeError(`damaged .Z: code ${code} at bit ${position}`)
    unpacked.push(entry)
    if (previous && table.length < 1 << maxBits) table.push(Buffer.concat([previous, entry.subarray(0, 1)]))
    previous = entry
    if (table.length >= 1 << bits && bits < maxBits) {
      nextGroup()
      bits += 1
    }
  }
  return Buffer.concat(unpacked)
}

/** Least significant bit first, as `compress` writes them. */
function readBits(bytes: Uint8Array, position: number, bits: number): number {
  const byte = position >> 3
  const three = (bytes[byte] ?? 0) | ((bytes[byte + 1] ?? 0) << 8) | ((bytes[byte + 2] ?? 0) << 16)
  return (three >> (position & 7)) & ((1 << bits) - 1)
}
