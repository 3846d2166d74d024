import { readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { rasterise, rasterSize } from '#game/drawing/rasterise'
import { notADigit } from '#game/protocol/constants'
import type { Digit } from '#game/protocol/scalars'
import { DataFileError } from '#models/data-file'
import { loadPictures } from '#models/samples-format/read-idx'
import { loadDrawings, type RecordedDrawing } from '#models/samples-format/read-strokes'
import type { LabelOptions } from '#models/samples-format/unreviewed'
import type { CommandLine } from './command-line'
import type { TestPicture } from './measure'

export type TestSet = {
  /** The file's name. */
  readonly name: string
  readonly kind: 'digits' | 'others'
  /** What it came as. */
  readonly medium: 'pictures' | 'drawings'
  readonly pictures: readonly TestPicture[]
  /** Lookalikes, and drawings without any ink. */
  readonly leftOut: number
  /** Digits whose strokes are known, so that they can be watched as they grow. */
  readonly recorded: readonly { readonly digit: Digit; readonly drawing: RecordedDrawing }[]
}

type Files = Pick<CommandLine, 'digits' | 'others' | 'images'>

/** The test files of a data folder: `mnist/t10k-*` and `strokes/{digits,others}-*-test.ndjson.gz`. */
export async function findTestFiles(dataDir: string): Promise<Files> {
  const strokesDir = join(dataDir, 'strokes')
  const names = await readdir(strokesDir).catch(() => {
    throw new DataFileError(strokesDir, 'there is no such folder; run "npm run data", or set DATA_DIR')
  })
  const testFiles = (kind: TestSet['kind']) =>
    names
      .filter((name) => name.startsWith(`${kind}-`) && /-test\.ndjson(\.gz)?$/.test(name))
      .sort()
      .map((name) => join(strokesDir, name))
  const mnist = (name: string) => join(dataDir, 'mnist', name)
  return {
    images: [[mnist('t10k-images-idx3-ubyte.gz'), mnist('t10k-labels-idx1-ubyte.gz')]],
    digits: testFiles('digits'),
    others: testFiles('others'),
  }
}

/** @throws DataFileError naming the file and the record that cannot be used, or whose labels are not reviewed [C11] */
export async function loadTestSets(
  { images, digits, others }: Files,
  options: LabelOptions = {},
): Promise<TestSet[]> {
  const loading = [
    ...images.map(([pictures, labels]) => loadImages(pictures, labels, options)),
    ...digits.map((path) => loadDigits(path, options)),
    ...others.map((path) => loadOthers(path, options)),
  ]
  return Promise.all(loading)
}

async function loadImages(imagesPath: string, labelsPath: string, options: LabelOptions): Promise<TestSet> {
  const { count, pixels, labels } = await loadPictures(imagesPath, labelsPath, options)
  if (count === 0) throw new DataFileError(imagesPath, 'holds no pictures')
  const size = rasterSize * rasterSize
  const pictures = Array.from(labels, (truth, index) => ({
    record: index + 1,
    label: `${truth}`,
    truth,
    raster: pixels.subarray(index * size, (index + 1) * size),
  }))
  return {
    name: basename(imagesPath),
    kind: 'digits',
    medium: 'pictures',
    pictures,
    leftOut: 0,
    recorded: [],
  }
}

async function loadDigits(path: string, options: LabelOptions): Promise<TestSet> {
  const drawings = await loadDrawings(path, options)
  const set = drawings.flatMap((drawing, index) => {
    const digit = digits.find((one) => `${one}` === drawing.label)
    if (digit === undefined)
      throw new DataFileError(path, `line ${index + 1}: "${drawing.label}" is no digit`)
    const raster = rasterise(drawing.strokes)
    if (!raster) return []
    const picture: TestPicture = { record: index + 1, label: drawing.label, truth: digit, raster }
    return [{ picture, digit, drawing }]
  })
  if (set.length === 0) throw new DataFileError(path, 'holds no drawings')
  return {
    name: basename(path),
    kind: 'digits',
    medium: 'drawings',
    pictures: set.map(({ picture }) => picture),
    leftOut: drawings.length - set.length,
    recorded: set,
  }
}

const digits: readonly Digit[] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]

async function loadOthers(path: string, options: LabelOptions): Promise<TestSet> {
  const drawings = await loadDrawings(path, options)
  const pictures = drawings.flatMap(({ label, strokes, isLookalike }, index): TestPicture[] => {
    const raster = isLookalike ? null : rasterise(strokes)
    return raster ? [{ record: index + 1, label, truth: notADigit, raster }] : []
  })
  if (pictures.length === 0) throw new DataFileError(path, 'holds no drawings')
  return {
    name: basename(path),
    kind: 'others',
    medium: 'drawings',
    pictures,
    leftOut: drawings.length - pictures.length,
    recorded: [],
  }
}
