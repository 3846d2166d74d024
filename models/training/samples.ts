import { notADigit } from '#game/protocol/constants'
import { DataFileError } from '#models/data-file'
import { outputOf } from '#models/labels'
import { findExport, readPictureIndex } from '#models/samples-format/read-export'
import { loadPictures } from '#models/samples-format/read-idx'
import { loadDrawings, type RecordedDrawing } from '#models/samples-format/read-strokes'
import { isGold } from '#models/samples-format/split'
import { type LabelOptions, refuseUnreviewed } from '#models/samples-format/unreviewed'
import { toUnit } from './augment-drawing'
import { groupPlayers, type PlayerSample } from './players'
import { type Examples, labelPictures } from './training-set'

export type LoadedSamples = {
  /** Players' drawings alone. */
  readonly examples: Examples
  /** [F21] How many there are, with those that are gold. */
  readonly count: number
  readonly gold: number
  /** [C11] How many carry only their prompt as label. */
  readonly unreviewed: number
  /** Of those to learn from, as far as the export names them. */
  readonly ids: readonly string[]
  readonly contributors: ReadonlySet<string>
}

/**
 * Reads exported samples as examples to train on: strokes where there are any, else rasters, of which older exports do not say who
 * drew them. What is gold is left out [F21].
 *
 * @throws DataFileError naming the file that is missing, changed, not as it should be, or not reviewed [C11]
 */
export async function loadSamples(folder: string, options: LabelOptions = {}): Promise<LoadedSamples> {
  const found = await findExport(folder)
  if ('strokes' in found) return loadStrokes(folder, found.strokes, options)
  const pictures = await loadPictures(found.images, found.labels, { ...options, highestLabel: notADigit })
  const { count, unreviewed } = pictures
  const index = await readPictureIndex(folder)
  if (index && index.length !== count)
    throw new DataFileError(
      folder,
      `holds ${count} pictures to learn from, but its index names ${index.length}`,
    )
  const samples = labelPictures(pictures).map((picture, record) => ({
    ...picture,
    contributor: index?.[record]?.writer ?? null,
  }))
  return {
    ...{ examples: examplesOf(samples), count, gold: 0, unreviewed },
    ids: index?.map(({ id }) => id) ?? [],
    contributors: new Set(index?.map(({ writer }) => writer)),
  }
}

async function loadStrokes(
  folder: string,
  paths: readonly string[],
  options: LabelOptions,
): Promise<LoadedSamples> {
  const drawings = (await Promise.all(paths.map(readLabelled))).flat()
  const unreviewed = drawings.filter(({ isReviewed }) => !isReviewed).length
  refuseUnreviewed(folder, { count: drawings.length, unreviewed }, options)
  const own = drawings.filter((drawing) => !isGold(drawing))
  const samples = own
    .filter(({ strokes }) => strokes.some((stroke) => stroke.length > 0))
    .map(({ label, writer, strokes }) => ({
      label: outputOf(label),
      contributor: writer,
      strokes: toUnit(strokes),
    }))
  return {
    ...{ examples: examplesOf(samples), count: drawings.length, gold: drawings.length - own.length },
    unreviewed,
    ids: own.flatMap(({ id }) => id ?? []),
    contributors: new Set(own.flatMap(({ writer }) => writer ?? [])),
  }
}

function examplesOf(samples: readonly PlayerSample[]): Examples {
  return { pictures: [], digits: [], others: [], players: groupPlayers(samples) }
}

/** In an export every label is one of the network's own; whether it is reviewed is counted over all files, above. */
async function readLabelled(path: string): Promise<RecordedDrawing[]> {
  const drawings = await loadDrawings(path, { acceptsUnreviewed: true })
  const foreign = drawings.findIndex(({ label }) => outputOf(label) < 0)
  if (foreign >= 0)
    throw new DataFileError(path, `line ${foreign + 1}: "${drawings[foreign]?.label}" is no label of ours`)
  return drawings
}

/**
 * All samples of some folders, and what there is to say of them together.
 * @throws as `loadSamples` and `summariseSamples` do
 */
export async function loadAllSamples(
  folders: readonly string[],
  options: LabelOptions,
): Promise<{ readonly samples: readonly Examples[]; readonly summary: SamplesSummary }> {
  const loaded = await Promise.all(folders.map((folder) => loadSamples(folder, options)))
  return { samples: loaded.map(({ examples }) => examples), summary: summariseSamples(folders, loaded) }
}

/** What a run learns from players, for its record and for whoever starts it. */
export type SamplesSummary = {
  readonly players: { readonly samples: number; readonly contributors: number; readonly gold: number }
  readonly unreviewed: number
  readonly ids: readonly string[]
}

/** @throws DataFileError where all of them are gold: a run would learn nothing of what it is for */
export function summariseSamples(
  folders: readonly string[],
  loaded: readonly LoadedSamples[],
): SamplesSummary {
  const sum = (of: 'count' | 'gold' | 'unreviewed') => loaded.reduce((sum, each) => sum + each[of], 0)
  const [count, gold] = [sum('count'), sum('gold')]
  if (loaded.length > 0 && count === gold)
    throw new DataFileError(
      folders.join(', '),
      count === 0
        ? 'holds no drawings'
        : `all ${count} drawings are by contributors whose drawings are only measured on; there is nothing to learn from`,
    )
  const contributors = new Set(loaded.flatMap(({ contributors }) => [...contributors])).size
  return {
    players: { samples: count - gold, contributors, gold },
    unreviewed: sum('unreviewed'),
    ids: loaded.flatMap(({ ids }) => ids),
  }
}

/** What is said of samples before a run begins, a line each. */
export function describeSamples({ players, unreviewed }: SamplesSummary): string[] {
  const { samples, contributors, gold } = players
  if (samples === 0) return []
  return [
    `${samples} drawings of ${contributors} players are an eighth of each batch, in balance by label and player` +
      (gold > 0 ? `; ${gold} more are gold: by players whose drawings are only measured on` : ''),
    ...(unreviewed > 0
      ? [`${unreviewed} of them are not reviewed: they are learnt as what was asked for`]
      : []),
  ]
}
