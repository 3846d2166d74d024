import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { rasterise } from '#game/drawing/rasterise'

/** Strokes as files have them. */
type Stroke = [number, number][]

/** A slightly different one each time, by hands of many writers. */
export const seven = (index: number): Stroke[] => [
  [
    [0, 0],
    [10 + (index % 3), index % 2],
    [4 + (index % 5), 20],
  ],
]
export const one = (index: number): Stroke[] => [
  [
    [index % 4, 0],
    [index % 2, 20],
  ],
]
export const cross = (index: number): Stroke[] => [
  [
    [0, 0],
    [20, 20 + (index % 3)],
  ],
  [
    [20, index % 4],
    [0, 20],
  ],
]

/** So many, each by a writer of its own. */
export const drawings = (label: string, draw: (index: number) => Stroke[], count: number) =>
  Array.from({ length: count }, (_, index) => ({ label, writer: `${label}-${index}`, strokes: draw(index) }))
const lines = (...told: Parameters<typeof drawings>) =>
  drawings(...told)
    .map((drawing) => JSON.stringify(drawing))
    .join('\n')

/** A data folder in which there are only sevens and crosses. */
export async function writePublicSets(data: string): Promise<void> {
  await mkdir(join(data, 'mnist'), { recursive: true })
  await mkdir(join(data, 'strokes'))
  const rasters = Array.from(
    { length: 30 },
    (_, index) =>
      rasterise(seven(index).map((stroke) => stroke.map(([x, y]) => ({ x, y })))) ?? new Uint8Array(),
  )
  const header = (...numbers: number[]) => Buffer.from(Uint32Array.from(numbers).buffer).swap32()
  const images = Buffer.concat([header(0x0803, 30, 28, 28), ...rasters])
  const labels = Buffer.concat([header(0x0801, 30), Buffer.alloc(30, 7)])
  await writeFile(join(data, 'mnist', 'train-images-idx3-ubyte.gz'), gzipSync(images))
  await writeFile(join(data, 'mnist', 'train-labels-idx1-ubyte.gz'), gzipSync(labels))
  const write = (name: string, text: string) =>
    writeFile(join(data, 'strokes', `${name}-train.ndjson.gz`), gzipSync(text))
  await write('digits-pendigits', lines('7', seven, 30))
  await write('digits-unipen', lines('7', seven, 30))
  for (const name of ['omniglot', 'quickdraw', 'unipen']) await write(`others-${name}`, lines('X', cross, 30))
}
