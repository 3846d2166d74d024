import { pipeline, Readable } from 'node:stream'
import { createGzip } from 'node:zlib'
import { rasterSize } from '#game/drawing/rasterise'
import { chunksOf } from './chunks'
import type { ExportEntry, ExportedSample } from './exported-sample'
import { type IdxKind, idxName } from './idx-names'
import { exportFiles, idxMagic, type Split } from './schema'
import { openSpool, type Spool } from './spool'

/** How many of a part there are, and what is in its files so far. */
type Part = { count: number; unreviewed: number; readonly spools: Record<IdxKind, Spool> }

const kinds: readonly IdxKind[] = ['images', 'labels', 'reviewed']
const headers: Record<IdxKind, (count: number) => Buffer> = {
  images: (count) => bigEndian(idxMagic.images, count, rasterSize, rasterSize),
  labels: (count) => bigEndian(idxMagic.labels, count),
  reviewed: (count) => bigEndian(idxMagic.labels, count),
}

/**
 * IDX as MNIST has it: images and labels to learn from and to measure with, with marks of review, and an index that says
 * which sample each record is. The index comes first; an IDX file begins with its count, so it has to wait for the last sample.
 */
export async function* writeIdx(
  samples: AsyncIterable<ExportedSample>,
  workFolder: string,
  { isGzip = false } = {},
): AsyncGenerator<ExportEntry> {
  const parts = { train: openPart(workFolder, 'train'), gold: openPart(workFolder, 'gold') }
  async function* lines() {
    for await (const sample of samples) {
      const { id, label, writer, split, isReviewed } = sample
      const record = await addTo(parts[split], sample)
      yield `${JSON.stringify({ id, split, record, label, writer, reviewed: isReviewed })}\n`
    }
  }
  yield { name: exportFiles.index, content: chunksOf(lines()) }
  const areReviewed = parts.train.unreviewed + parts.gold.unreviewed === 0
  for (const split of ['train', 'gold'] as const) {
    for (const kind of kinds) {
      const content = join(headers[kind](parts[split].count), parts[split].spools[kind])
      const name = idxName(split, kind, areReviewed)
      yield isGzip ? { name: `${name}.gz`, content: gzip(content) } : { name, content }
    }
  }
}

function openPart(workFolder: string, split: Split): Part {
  const spoolOf = (kind: IdxKind) => openSpool(workFolder, `${split}-${kind}`)
  const [images, labels, reviewed] = [spoolOf('images'), spoolOf('labels'), spoolOf('reviewed')]
  return { count: 0, unreviewed: 0, spools: { images, labels, reviewed } }
}

/** @returns which record of its part it is, from 0 */
async function addTo(part: Part, { raster, label, isReviewed }: ExportedSample): Promise<number> {
  await part.spools.images.add(raster)
  await part.spools.labels.add(Uint8Array.of(label))
  await part.spools.reviewed.add(Uint8Array.of(isReviewed ? 1 : 0))
  if (!isReviewed) part.unreviewed++
  return part.count++
}

async function* join(header: Uint8Array, spool: Spool): AsyncGenerator<Uint8Array> {
  yield header
  yield* spool.read()
}

function gzip(content: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const packed = createGzip()
  // What goes wrong ends the reading of `packed`.
  pipeline(Readable.from(content), packed, () => {})
  return packed
}

function bigEndian(...numbers: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 * numbers.length)
  numbers.forEach((number, index) => {
    bytes.writeUInt32BE(number, 4 * index)
  })
  return bytes
}
