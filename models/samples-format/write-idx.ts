import { type FileHandle, open } from 'node:fs/promises'
import path from 'node:path'
import { rasterSize } from '#game/drawing/rasterise'
import type { SampleWriter } from './exported-sample'
import { exportFiles, idxMagic } from './schema'

/** Begins a pair of IDX files, and a third that says which labels are reviewed, in a folder that has none. @throws Error with code EEXIST */
export async function openIdx(folder: string): Promise<SampleWriter> {
  const images = await openRecords(path.join(folder, exportFiles.images), idxMagic.images, [
    rasterSize,
    rasterSize,
  ])
  const labels = await openRecords(path.join(folder, exportFiles.labels), idxMagic.labels, [])
  const reviewed = await openRecords(path.join(folder, exportFiles.reviewed), idxMagic.labels, [])
  return {
    names: [images.name, labels.name, reviewed.name],
    async add({ raster, label, isReviewed }) {
      await images.add(raster)
      await labels.add(Uint8Array.of(label))
      await reviewed.add(Uint8Array.of(isReviewed ? 1 : 0))
    },
    async close() {
      for (const file of [images, labels, reviewed]) await file.close()
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
