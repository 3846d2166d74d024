import { stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { rasterSize } from '#game/drawing/rasterise'
import { DataFileError, readDataFile } from '#models/data-file'
import { isSurelyExported, marksOf } from './idx-names'
import { findManifest } from './read-export'
import { idxMagic } from './schema'
import { type LabelOptions, refuseUnreviewed } from './unreviewed'

/** Labelled rasters: `pixels` holds `count` times 784 grey levels, `labels` one digit each. */
export type Pictures = {
  readonly count: number
  readonly pixels: Uint8Array
  readonly labels: Uint8Array
  /** [C11] How many of the labels are those of players' drawings that nobody has reviewed. */
  readonly unreviewed: number
}

const nameOf = new Map<number, string>(Object.entries(idxMagic).map(([name, magic]) => [magic, name]))

/**
 * Reads a pair of files in MNIST's own format (IDX, plain or gzip).
 *
 * @throws DataFileError for swapped, truncated or foreign files, counts that differ, labels above the highest, and [C11] labels
 *   of an export that are not reviewed
 */
export async function loadPictures(
  imagesPath: string,
  labelsPath: string,
  { highestLabel = 9, ...options }: LabelOptions & { readonly highestLabel?: number } = {},
): Promise<Pictures> {
  const images = await readIdx(imagesPath, idxMagic.images, [rasterSize, rasterSize])
  const digits = await readIdx(labelsPath, idxMagic.labels, [])
  if (images.count !== digits.count) {
    throw new DataFileError(labelsPath, `${digits.count} labels for ${images.count} images in ${imagesPath}`)
  }
  const foreign = digits.values.findIndex((label) => label > highestLabel)
  if (foreign >= 0)
    throw new DataFileError(labelsPath, `record ${foreign}: ${digits.values[foreign]} is no digit`)
  const unreviewed = await countUnreviewed(labelsPath, digits.count)
  refuseUnreviewed(labelsPath, { unreviewed, count: digits.count }, options)
  return { count: images.count, pixels: images.values, labels: digits.values, unreviewed }
}

/** Whether labels are those of an export, by what is beside them or by their name: only then is 10 one of them. */
export async function isExportedIdx(labelsPath: string): Promise<boolean> {
  const { isListed, marks, isNamedSo } = await findBeside(labelsPath)
  return isListed || marks !== null || isNamedSo
}

/**
 * IDX has no place for it: the file beside the labels says which are reviewed, in exports of before 0.8.0 the manifest alone
 * how many. The labels of an export that have neither with them count as not reviewed.
 */
async function countUnreviewed(labelsPath: string, count: number): Promise<number> {
  const { manifest, isListed, marks, isNamedSo } = await findBeside(labelsPath)
  if (!isListed && !marks && !isNamedSo) return 0
  if (!marks) return isListed ? (manifest?.unreviewed ?? count) : count
  if (marks.length !== count)
    throw new DataFileError(labelsPath, `${count} labels, but ${marks.length} marks of review`)
  const unmarked = marks.filter((mark) => mark !== 1).length
  // Before there were parts, the manifest spoke of these labels alone.
  return manifest?.splits ? unmarked : Math.max(unmarked, manifest?.unreviewed ?? 0)
}

/** What there is beside labels that says whose they are. */
async function findBeside(labelsPath: string) {
  const folder = dirname(labelsPath)
  const name = basename(labelsPath).replace(/\.gz$/, '')
  const manifest = await findManifest(folder)
  const marks = marksOf(name)
  return {
    manifest,
    isListed: manifest?.files.some((file) => file.name.replace(/\.gz$/, '') === name) ?? false,
    marks: marks === null ? null : await readMarks(join(folder, marks)),
    isNamedSo: isSurelyExported(name),
  }
}

/** @param path packed or not, whichever is there */
async function readMarks(path: string): Promise<Uint8Array | null> {
  for (const file of [path, `${path}.gz`]) {
    const isThere = await stat(file).catch(() => null)
    if (isThere) return (await readIdx(file, idxMagic.labels, [])).values
  }
  return null
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
