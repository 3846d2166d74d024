import { notADigit } from '#game/protocol/constants'
import { findExport } from '#models/samples-format/read-export'
import { loadPictures } from '#models/samples-format/read-idx'
import { loadDrawings } from '#models/samples-format/read-strokes'
import { toUnit } from './augment-drawing'
import { type Examples, labelPictures } from './training-set'

/**
 * Reads exported samples as examples to train on: strokes where there are any, else rasters.
 *
 * @throws DataFileError naming the file that is missing, changed or not as it should be
 */
export async function loadSamples(folder: string): Promise<Examples> {
  const found = await findExport(folder)
  if ('strokes' in found) return loadStrokes(found.strokes)
  const pictures = labelPictures(await loadPictures(found.images, found.labels, notADigit))
  return { pictures, digits: [], others: [] }
}

async function loadStrokes(paths: readonly string[]): Promise<Examples> {
  const drawings = (await Promise.all(paths.map(loadDrawings))).flat()
  const drawn = drawings.filter(({ strokes }) => strokes.some((stroke) => stroke.length > 0))
  const labelled = drawn.map(({ label, strokes }) => ({
    label: /^[0-9]$/.test(label) ? Number(label) : notADigit,
    strokes: toUnit(strokes),
  }))
  return {
    pictures: [],
    digits: labelled.filter(({ label }) => label !== notADigit),
    others: labelled.filter(({ label }) => label === notADigit),
  }
}
