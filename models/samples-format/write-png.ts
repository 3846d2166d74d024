import { encode } from 'fast-png'
import { type Raster, rasterSize } from '#game/drawing/rasterise'
import type { ExportEntry, ExportedSample } from './exported-sample'
import { factsOf } from './sample-line'
import type { Split } from './schema'
import { openSpool } from './spool'

/** The folders of Hugging Face's imagefolder, which are its splits. */
const folders: Record<Split, string> = { train: 'train', gold: 'test' }

/** Of so small a picture better packing saves no byte. */
const packing = { zlib: { level: 1 } } as const

/** A picture as the judge sees it, 28 x 28 in grey. */
export function pngOf(raster: Raster): Uint8Array {
  return encode({ width: rasterSize, height: rasterSize, data: raster, channels: 1, depth: 8 }, packing)
}

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
    const { split, label } = sample
    const file = `${sample.id}.png`
    const { label: labelName, ...facts } = factsOf(sample)
    await spools[split].add(
      Buffer.from(`${JSON.stringify({ file_name: file, label, labelName, ...facts })}\n`),
    )
    counts[split]++
    yield { name: `${folders[split]}/${file}`, content: pngOf(sample.raster) }
  }
  for (const split of splits) {
    if (counts[split] > 0) yield { name: `${folders[split]}/metadata.jsonl`, content: spools[split].read() }
  }
}
