import { rasterSize } from '#game/drawing/rasterise'
import { DataFileError, readDataFile } from '#models/data-file'
import { idxMagic } from './schema'

/** Labelled rasters: `pixels` holds `count` times 784 grey levels, `labels` one digit each. */
export type Pictures = { readonly count: number; readonly pixels: Uint8Array; readonly labels: Uint8Array }

const nameOf = new Map<number, string>(Object.entries(idxMagic).map(([name, magic]) => [magic, name]))

/**
 * Reads a pair of files in MNIST's own format (IDX, plain or gzip).
 *
 * @throws DataFileError for swapped, truncated or foreign files, counts that differ, and labels above the highest
 */
export async function loadPictures(
  imagesPath: string,
  labelsPath: string,
  highestLabel = 9,
): Promise<Pictures> {
  const images = await readIdx(imagesPath, idxMagic.images, [rasterSize, rasterSize])
  const digits = await readIdx(labelsPath, idxMagic.labels, [])
  if (images.count !== digits.count) {
    throw new DataFileError(labelsPath, `${digits.count} labels for ${images.count} images in ${imagesPath}`)
  }
  const foreign = digits.values.findIndex((label) => label > highestLabel)
  if (foreign >= 0)
    throw new DataFileError(labelsPath, `record ${foreign}: ${digits.values[foreign]} is no digit`)
  return { count: images.count, pixels: images.values, labels: digits.values }
}

async function readIdx(path: string, magic: number, shape: readonly number[]) {
  const bytes = await readDataFile(path)
  const headerBytes = 8 + 4 * shape.length
  const found = bytes.length < 4 ? 0 : bytes.readUInt32BE(0)
  if (found !== magic) {
    const what = nameOf.get(found) ?? `no IDX of bytes (magic 0x${found.toString(16).padStart(8, '0')})`
    throw new DataFileError(path, `expected IDX ${nameOf.get(magic)}, found ${what}`)
  }
  if (bytes.length < headerBytes)
    throw new DataFileError(path, `cut off within its header (${bytes.length} bytes)`)
  const foundShape = shape.map((_, axis) => bytes.readUInt32BE(8 + 4 * axis))
  if (foundShape.join() !== shape.join()) {
    throw new DataFileError(path, `expected records of ${shape.join('x')}, found ${foundShape.join('x')}`)
  }
  const count = bytes.readUInt32BE(4)
  const recordBytes = shape.reduce((product, size) => product * size, 1)
  const values = bytes.subarray(headerBytes)
  if (values.length !== count * recordBytes) {
    const whole = Math.floor(values.length / recordBytes)
    throw new DataFileError(
      path,
      `${count} records promised, ${whole} whole ones found (${values.length} bytes)`,
    )
  }
  return { count, values: new Uint8Array(values) }
}
