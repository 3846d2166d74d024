import { crc32, deflateSync } from 'node:zlib'
import { type Raster, rasterSize } from '#game/drawing/rasterise'
import type { ExportEntry, ExportedSample } from './exported-sample'
import { factsOf, labelNameOf } from './sample-line'
import type { Split } from './schema'
import { openSpool } from './spool'

/** The folders of Hugging Face's imagefolder, which are its splits. */
const folders: Record<Split, string> = { train: 'train', gold: 'test' }

/** Of so small a picture better packing saves no byte, and what zlib would set up for a large one costs more than to pack it. */
const packing = { level: 1, windowBits: 10, memLevel: 5, chunkSize: 1024 } as const

/**
 * A picture as the judge sees it, 28 x 28 in grey: RFC 2083 with one IDAT and no filter. Libraries pack in JavaScript, which takes four times
 * as long as all else that an export does of a sample.
 */
export function pngOf(raster: Raster): Buffer {
  for (let row = 0; row < rasterSize; row++)
    rows.set(raster.subarray(row * rasterSize, (row + 1) * rasterSize), row * (1 + rasterSize) + 1)
  return Buffer.concat([head, chunk('IDAT', deflateSync(rows, packing)), end])
}

/** The rows of one picture at a time, each behind the number of its filter, which is 0. */
const rows = Buffer.alloc(rasterSize * (1 + rasterSize))

function chunk(type: string, data: Uint8Array): Buffer {
  const bytes = Buffer.allocUnsafe(12 + data.length)
  bytes.writeUInt32BE(data.length, 0)
  bytes.write(type, 4, 'latin1')
  bytes.set(data, 8)
  bytes.writeUInt32BE(crc32(bytes.subarray(4, 8 + data.length)), 8 + data.length)
  return bytes
}

/** Eight bits of grey a pixel, deflated, not interlaced. */
const head = Buffer.concat([
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  chunk('IHDR', Buffer.from([0, 0, 0, rasterSize, 0, 0, 0, rasterSize, 8, 0, 0, 0, 0])),
])
const end = chunk('IEND', Buffer.alloc(0))

/** PNG and `metadata.jsonl`, as Hugging Face's imagefolder has them: one folder a split, the label as a number, 10 for "not a digit". */
export async function* writePng(
  samples: AsyncIterable<ExportedSample>,
  workFolder: string,
): AsyncGenerator<ExportEntry> {
  const splits = ['train', 'gold'] as const
  const spools = {
    train: openSpool(workFolder, 'metadata-train'),
    gold: openSpool(workFolder, 'metadata-gold'),
  }
  const counts = { train: 0, gold: 0 }
  for await (const sample of samples) {
    const { split, label, writer } = sample
    const file = `${sample.id}.png`
    const facts = { file_name: file, label, labelName: labelNameOf(sample), writer, ...factsOf(sample) }
    await spools[split].add(Buffer.from(`${JSON.stringify(facts)}\n`))
    counts[split]++
    yield { name: `${folders[split]}/${file}`, content: pngOf(sample.raster) }
  }
  for (const split of splits) {
    if (counts[split] > 0) yield { name: `${folders[split]}/metadata.jsonl`, content: spools[split].read() }
  }
}
