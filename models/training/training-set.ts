import { join } from 'node:path'
import type { Raster } from '#game/drawing/rasterise'
import { notADigit } from '#game/protocol/constants'
import { loadPictures, type Pictures } from '#models/samples-format/read-idx'
import { loadDrawings, type RecordedDrawing } from '#models/samples-format/read-strokes'
import { type Strokes, toUnit } from './augment-drawing'
import { groupPlayers, type PlayerExamples } from './players'

export type LabelledPicture = { readonly label: number; readonly raster: Raster }
export type LabelledStrokes = { readonly label: number; readonly strokes: Strokes }

/** What the network learns from, by what it takes to vary it. */
export type Examples = {
  readonly pictures: readonly LabelledPicture[]
  readonly digits: readonly LabelledStrokes[]
  readonly others: readonly LabelledStrokes[]
  /** [F20] Of players, apart from the others: they have a share of their own. */
  readonly players?: PlayerExamples
}

const digitFiles = ['digits-pendigits-train', 'digits-unipen-train']
const otherFiles = ['others-omniglot-train', 'others-quickdraw-train', 'others-unipen-train']
/** One of fifteen pictures, 4,000 of MNIST's 60,000. */
const picturesPerHeldOut = 15
const heldOutShare = 0.08

/**
 * Loads the training files below `dataDir` (`mnist/`, `strokes/`) and keeps some of them back to calibrate on and to
 * watch: whole writers, never single drawings of one, and the last pictures of MNIST's training set.
 */
export async function loadTrainingSet(dataDir: string): Promise<{ training: Examples; heldOut: Examples }> {
  const strokesIn = (names: readonly string[]) =>
    Promise.all(names.map((name) => loadDrawings(join(dataDir, 'strokes', `${name}.ndjson.gz`))))
  const pictures = await loadPictures(
    join(dataDir, 'mnist', 'train-images-idx3-ubyte.gz'),
    join(dataDir, 'mnist', 'train-labels-idx1-ubyte.gz'),
  )
  const digits = (await strokesIn(digitFiles)).flat().filter(isTrainable)
  const others = (await strokesIn(otherFiles)).flat().filter(isTrainable).filter(isSurelyNoDigit)
  const labelled = labelPictures(pictures)
  const heldOutFrom = labelled.length - Math.floor(labelled.length / picturesPerHeldOut)
  const split = (
    drawings: readonly RecordedDrawing[],
    isHeldBack: boolean,
    labelOf: (label: string) => number,
  ) =>
    drawings
      .filter((drawing) => isHeldOut(drawing) === isHeldBack)
      .map(({ label, strokes }) => ({ label: labelOf(label), strokes: toUnit(strokes) }))
  const examples = (isHeldBack: boolean): Examples => ({
    pictures: isHeldBack ? labelled.slice(heldOutFrom) : labelled.slice(0, heldOutFrom),
    digits: split(digits, isHeldBack, Number),
    others: split(others, isHeldBack, () => notADigit),
  })
  return { training: examples(false), heldOut: examples(true) }
}

export function countExamples({ pictures, digits, others, players }: Examples): number {
  return pictures.length + digits.length + others.length + (players?.samples.length ?? 0)
}

export function joinExamples(sets: readonly Examples[]): Examples {
  return {
    pictures: sets.flatMap(({ pictures }) => pictures),
    digits: sets.flatMap(({ digits }) => digits),
    others: sets.flatMap(({ others }) => others),
    players: groupPlayers(sets.flatMap(({ players }) => players?.samples ?? [])),
  }
}

export function labelPictures({ count, pixels, labels }: Pictures): LabelledPicture[] {
  const size = pixels.length / count
  return Array.from({ length: count }, (_, index) => ({
    label: labels[index] ?? 0,
    raster: pixels.subarray(index * size, (index + 1) * size),
  }))
}

function isTrainable({ strokes }: RecordedDrawing): boolean {
  return strokes.some((stroke) => stroke.length > 0)
}

/**
 * Leaves out what may fairly be read as a digit: the marked lookalikes, and a single bare upright or slanted line, which
 * one set calls a letter or a slash and another a 1.
 */
export function isSurelyNoDigit({
  isLookalike,
  strokes,
}: Pick<RecordedDrawing, 'isLookalike'> & { readonly strokes: Strokes }): boolean {
  if (isLookalike) return false
  const [stroke = []] = strokes
  const [first] = stroke
  const last = stroke.at(-1)
  if (strokes.length > 1 || first === undefined || last === undefined) return true
  const across = last.x - first.x
  const down = last.y - first.y
  const chord = Math.hypot(across, down)
  const travelled = stroke.slice(1).reduce((sum, point, index) => {
    const before = stroke[index] ?? first
    return sum + Math.hypot(point.x - before.x, point.y - before.y)
  }, 0)
  const isStraight = chord > 0.92 * travelled
  const isUpright = Math.abs(down) > 0.5 * Math.abs(across)
  return !(isStraight && isUpright)
}

/** A writer (or, where none is known, what was drawn) is held back or trained on as a whole. */
function isHeldOut({ writer, label }: RecordedDrawing): boolean {
  const name = writer ?? label
  let hash = 2_166_136_261
  for (const character of name) hash = Math.imul(hash ^ character.charCodeAt(0), 16_777_619) >>> 0
  return (Math.imul(hash, 2_654_435_761) >>> 0) / 2 ** 32 < heldOutShare
}
