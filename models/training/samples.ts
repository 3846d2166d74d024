import { notADigit } from '#game/protocol/constants'
import { DataFileError } from '#models/data-file'
import { outputOf } from '#models/labels'
import { findExport } from '#models/samples-format/read-export'
import { loadPictures } from '#models/samples-format/read-idx'
import { loadDrawings, type RecordedDrawing } from '#models/samples-format/read-strokes'
import { type LabelOptions, refuseUnreviewed } from '#models/samples-format/unreviewed'
import { toUnit } from './augment-drawing'
import { type Examples, labelPictures } from './training-set'

type LoadedSamples = {
  readonly examples: Examples
  readonly count: number
  /** [C11] How many carry only their prompt as label. */
  readonly unreviewed: number
}

/**
 * Reads exported samples as examples to train on: strokes where there are any, else rasters.
 *
 * @throws DataFileError naming the file that is missing, changed, not as it should be, or not reviewed [C11]
 */
export async function loadSamples(folder: string, options: LabelOptions = {}): Promise<LoadedSamples> {
  const found = await findExport(folder)
  if ('strokes' in found) return loadStrokes(folder, found.strokes, options)
  const pictures = await loadPictures(found.images, found.labels, { ...options, highestLabel: notADigit })
  const { count, unreviewed } = pictures
  return { examples: { pictures: labelPictures(pictures), digits: [], others: [] }, count, unreviewed }
}

async function loadStrokes(
  folder: string,
  paths: readonly string[],
  options: LabelOptions,
): Promise<LoadedSamples> {
  const files = await Promise.all(paths.map((path) => readLabelled(path)))
  const drawings = files.flat()
  const counts = {
    count: drawings.length,
    unreviewed: drawings.filter(({ isReviewed }) => !isReviewed).length,
  }
  refuseUnreviewed(folder, counts, options)
  const labelled = drawings
    .filter(({ strokes }) => strokes.some((stroke) => stroke.length > 0))
    .map(({ label, strokes }) => ({
      label: outputOf(label),
      strokes: toUnit(strokes),
    }))
  return {
    ...counts,
    examples: {
      pictures: [],
      digits: labelled.filter(({ label }) => label !== notADigit),
      others: labelled.filter(({ label }) => label === notADigit),
    },
  }
}

/** In an export every label is one of the network's own; whether it is reviewed is counted over all files, above. */
async function readLabelled(path: string): Promise<RecordedDrawing[]> {
  const drawings = await loadDrawings(path, { acceptsUnreviewed: true })
  const foreign = drawings.findIndex(({ label }) => outputOf(label) < 0)
  if (foreign >= 0)
    throw new DataFileError(path, `line ${foreign + 1}: "${drawings[foreign]?.label}" is no label of ours`)
  return drawings
}
