import { access, readdir } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { rasterise, rasterSize } from '#game/drawing/rasterise'
import { notADigit } from '#game/protocol/constants'
import type { Digit } from '#game/protocol/scalars'
import { DataFileError } from '#models/data-file'
import { outputOf } from '#models/labels'
import { findExport } from '#models/samples-format/read-export'
import { isExportedIdx, loadPictures } from '#models/samples-format/read-idx'
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
  /** [C15] Whether it is what chance picked of play. */
  readonly isControl?: boolean
  /** [C11] How many of the labels nobody has reviewed. */
  readonly unreviewed?: number
  readonly pictures: readonly TestPicture[]
  /** What each picture was made of, where strokes are known; else empty. */
  readonly drawings: readonly RecordedDrawing[]
  /** [F21] How many players' drawings are left out because their players taught the network. */
  readonly learnt?: number
  /** Lookalikes, and drawings without any ink. */
  readonly leftOut: number
  /** Digits whose strokes are known, so that they can be watched as they grow. */
  readonly recorded: readonly { readonly digit: Digit; readonly drawing: RecordedDrawing }[]
}

type Files = Pick<CommandLine, 'digits' | 'others' | 'images'> & Partial<Pick<CommandLine, 'samples'>>

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

/** MNIST's training pictures; null where the data folder does not hold them. */
export async function loadTrainingPictures(dataDir: string): Promise<TestSet | null> {
  const [images, labels] = ['train-images-idx3-ubyte.gz', 'train-labels-idx1-ubyte.gz'].map((name) =>
    join(dataDir, 'mnist', name),
  ) as [string, string]
  const isThere = await access(images).then(
    () => true,
    () => false,
  )
  return isThere ? ((await loadImages(images, labels, {}))[0] ?? null) : null
}

type TestOptions = LabelOptions & {
  /** [F21] The samples that a network to be measured was trained on: of an export, nobody is measured on who drew one of them. */
  readonly trainedIds?: ReadonlySet<string>
}

/** @throws DataFileError naming the file and the record that cannot be used, or whose labels are not reviewed [C11] */
export async function loadTestSets(
  { images, digits, others, samples = [] }: Files,
  options: TestOptions = {},
): Promise<TestSet[]> {
  const loading = [
    ...samples.map((folder) => loadExport(folder, options)),
    ...images.map(([pictures, labels]) => loadImages(pictures, labels, options)),
    ...digits.map((path) => loadDigits(path, options)),
    ...others.map((path) => loadOthers(path, options)),
  ]
  return (await Promise.all(loading)).flat()
}

/** An export as up to four sets: what chance picked before what was hard, and digits before what is none. */
async function loadExport(folder: string, options: TestOptions): Promise<TestSet[]> {
  const found = await findExport(folder)
  const name = basename(resolve(folder))
  if (!('strokes' in found)) return loadImages(found.images, found.labels, options)
  const files = await Promise.all(found.strokes.map((path) => readExported(path, options)))
  const all = files.flat()
  const judged = withoutTeachers(all, options.trainedIds ?? new Set())
  const learnt = all.length - judged.length
  if (judged.length === 0 && learnt > 0)
    throw new DataFileError(folder, 'holds drawings of those alone whom the network has learnt from')
  const part = (isControl: boolean) =>
    splitDigits(
      `${name}: ${isControl ? 'picked by chance' : 'hard'}`,
      judged.filter(({ drawing }) => drawing.isControl === isControl),
    ).map((set) => ({ ...set, isControl }))
  const sets = [...part(true), ...part(false)]
  if (sets.length === 0) throw new DataFileError(folder, 'holds no drawings')
  return sets.map((set, at) => (at === 0 ? { ...set, learnt } : set))
}

/** [F21] A hand that was learnt from is read better than others are: it leaves with all its drawings, not only with those learnt. */
function withoutTeachers(judged: readonly JudgedDrawing[], trainedIds: ReadonlySet<string>): JudgedDrawing[] {
  const isTrained = ({ drawing: { id } }: JudgedDrawing) => id !== undefined && trainedIds.has(id)
  const teachers = new Set(judged.filter(isTrained).map(({ drawing }) => drawing.writer))
  return judged.filter((one) => !isTrained(one) && !teachers.has(one.drawing.writer ?? ''))
}

async function loadImages(imagesPath: string, labelsPath: string, options: LabelOptions): Promise<TestSet[]> {
  // Only exports have the eleventh label: in any other file it is a mistake.
  const isExported = await isExportedIdx(labelsPath)
  const highestLabel = isExported ? notADigit : notADigit - 1
  const { count, pixels, labels, unreviewed } = await loadPictures(imagesPath, labelsPath, {
    ...options,
    highestLabel,
  })
  if (count === 0) throw new DataFileError(imagesPath, 'holds no pictures')
  const size = rasterSize * rasterSize
  const pictures = Array.from(labels, (truth, index) => ({
    record: index + 1,
    label: `${truth}`,
    truth,
    raster: pixels.subarray(index * size, (index + 1) * size),
  }))
  const name = basename(imagesPath)
  const [digits, others] = [pictures, pictures].map((all, at) =>
    all.filter(({ truth }) => (truth === notADigit) === (at === 1)),
  ) as [TestPicture[], TestPicture[]]
  const rest = { medium: 'pictures', leftOut: 0, drawings: [], recorded: [] } as const
  const sets: TestSet[] = [
    ...(digits.length > 0 ? [{ ...rest, name, kind: 'digits' as const, pictures: digits }] : []),
    ...(others.length > 0
      ? [{ ...rest, name: noDigits(name), kind: 'others' as const, pictures: others }]
      : []),
  ]
  return sets.map((set, at) => (at === 0 ? { ...set, unreviewed } : set))
}

type JudgedDrawing = { readonly picture: TestPicture; readonly drawing: RecordedDrawing }

/** The drawings of a file of digits; of an export it may hold some that are none. */
async function loadDigits(path: string, options: LabelOptions): Promise<TestSet[]> {
  const drawings = await loadDrawings(path, options)
  const judged = drawings.flatMap((drawing, index) => judgedDrawing(drawing, index, path))
  const sets = splitDigits(basename(path), judged, drawings.length - judged.length)
  if (sets.length === 0) throw new DataFileError(path, 'holds no drawings')
  return sets
}

async function readExported(path: string, options: LabelOptions): Promise<JudgedDrawing[]> {
  return (await loadDrawings(path, options)).flatMap((drawing, index) => judgedDrawing(drawing, index, path))
}

function judgedDrawing(drawing: RecordedDrawing, index: number, path: string): JudgedDrawing[] {
  const truth = outputOf(drawing.label)
  // What a player drew may be no digit; in a public set of digits everything is one.
  if (truth < 0 || (truth === notADigit && drawing.isReviewed === null))
    throw new DataFileError(path, `line ${index + 1}: "${drawing.label}" is no digit`)
  const raster = rasterise(drawing.strokes)
  return raster ? [{ picture: { record: index + 1, label: drawing.label, truth, raster }, drawing }] : []
}

const noDigits = (name: string) => `${name}, no digits`

function splitDigits(name: string, judged: readonly JudgedDrawing[], leftOut = 0): TestSet[] {
  const digits = judged.filter(({ picture }) => picture.truth !== notADigit)
  const others = judged.filter(({ picture }) => picture.truth === notADigit)
  const pictures = (of: readonly JudgedDrawing[]) => of.map(({ picture }) => picture)
  const recorded = digits.map(({ picture, drawing }) => ({ digit: picture.truth as Digit, drawing }))
  const rest = { medium: 'drawings', leftOut } as const
  const unreviewed = (of: readonly JudgedDrawing[]) =>
    of.filter(({ drawing }) => drawing.isReviewed === false).length
  return [
    ...(digits.length > 0
      ? [
          {
            ...rest,
            name,
            kind: 'digits' as const,
            pictures: pictures(digits),
            drawings: digits.map(({ drawing }) => drawing),
            recorded,
            unreviewed: unreviewed(digits),
          },
        ]
      : []),
    ...(others.length > 0
      ? [
          {
            ...rest,
            name: noDigits(name),
            kind: 'others' as const,
            pictures: pictures(others),
            drawings: others.map(({ drawing }) => drawing),
            recorded: [],
            unreviewed: unreviewed(others),
          },
        ]
      : []),
  ]
}

async function loadOthers(path: string, options: LabelOptions): Promise<TestSet> {
  const drawings = await loadDrawings(path, options)
  const judged = drawings.flatMap((drawing, index): JudgedDrawing[] => {
    const { label, strokes, isLookalike } = drawing
    const raster = isLookalike ? null : rasterise(strokes)
    return raster ? [{ picture: { record: index + 1, label, truth: notADigit, raster }, drawing }] : []
  })
  if (judged.length === 0) throw new DataFileError(path, 'holds no drawings')
  return {
    name: basename(path),
    kind: 'others',
    medium: 'drawings',
    pictures: judged.map(({ picture }) => picture),
    drawings: judged.map(({ drawing }) => drawing),
    leftOut: drawings.length - judged.length,
    recorded: [],
  }
}
