import { type FileHandle, open } from 'node:fs/promises'
import path from 'node:path'
import { rasterSize } from '#game/drawing/rasterise'
import type { SampleWriter } from './sample-writer'

/**
 * IDX, the format MNIST is published in: a magic number that tells bytes in three or in one dimension, then the sizes,
 * all big-endian; the records follow without anything between them.
 */
export async function openIdx(folder: string): Promise<SampleWriter> {
  const images = await openRecords(path.join(folder, 'samples-images-idx3-ubyte'), 0x0803, [
    rasterSize,
    rasterSize,
  ])
  const labels = await openRecords(path.join(folder, 'samples-labels-idx1-ubyte'), 0x0801, [])
  return {
    names: [images.name, labels.name],
    async add({ raster, label }) {
      await images.add(raster)
      await labels.add(Uint8Array.of(label))
    },
    async close() {
      await images.close()
      await labels.close()
    },
  }
}

async function openRecords(file: string, magic: number, recordShape: readonly number[]) {
  const handle: FileHandle = await open(file, 'wx')
  let count = 0
  const header = () => bigEndian(magic, count, ...recordShape)
  // The count is known at the end; until then its place is kept.
  await handle.write(header())
  return {
    name: path.basename(file),
    async add(record: Uint8Array): Promise<void> {
      await handle.write(record)
      count++
    },
    async close(): Promise<void> {
      await handle.write(header(), 0, null, 0)
      await handle.close()
    },
  }
}

function bigEndian(...numbers: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 * numbers.length)
  numbers.forEach((number, index) => {
    bytes.writeUInt32BE(number, 4 * index)
  })
  return bytes
}
