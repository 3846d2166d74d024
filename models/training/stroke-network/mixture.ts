import { pathChannels, pathPoints, penPathOf } from '#game/drawing/pen-path'
import { notADigit } from '#game/protocol/constants'
import { toUnit } from '#models/training/augment-drawing'
import type { Chance } from '#models/training/chance'
import { groupPlayers, type PlayerExamples, pickPlayer, playersIn } from '#models/training/players'
import { drawNonsense } from '#models/training/scribble'
import type { Examples, LabelledStrokes } from '#models/training/training-set'
import { isFairOne, upToALift } from './believed'
import { thinStrokes, type Variation, varyStrokes } from './vary-strokes'

/** Paths of the pen one after the other, and the label of each. */
export type PathBatch = { readonly paths: Float32Array; readonly labels: Uint8Array }

type DrawnExamples = Pick<Examples, 'digits' | 'others' | 'players'>

/** With what the network of pictures takes for digits, as `gatherBelieved` finds it. */
export type StrokeExamples = DrawnExamples & { readonly believed: readonly LabelledStrokes[] }

/** Shares of what is left of a batch beside players' drawings. What is left of 1 is nonsense made up on the spot. */
const digitShare = 0.5
const believedShare = 0.3
const otherShare = 0.1

/** Digits alone are learnt as a few hands write them that begin elsewhere: of others that would make the unusual usual. */
const ofDigits: Variation = {
  warp: 0.75,
  reversed: 0.02,
  reordered: 0.06,
  broken: 0.12,
  stray: 0.12,
  unfinished: 0.1,
}
const ofOthers: Variation = { warp: 0.75, reversed: 0, reordered: 0, broken: 0, stray: 0, unfinished: 0 }
/** They have been varied once, and shall be believed still. */
const ofBelieved: Variation = { warp: 0.3, reversed: 0, reordered: 0, broken: 0, stray: 0, unfinished: 0.05 }

/** The same with fewer points, where there are more than a path has places for. */
export function thinExamples({ digits, others, players }: DrawnExamples): DrawnExamples {
  const thin = (drawn: DrawnExamples['digits']) =>
    drawn.map(({ label, strokes }) => ({ label, strokes: thinStrokes(strokes) }))
  const drawn = (players?.samples ?? []).flatMap((sample) =>
    'strokes' in sample ? [{ ...sample, strokes: thinStrokes(sample.strokes) }] : [],
  )
  return { digits: thin(digits), others: thin(others), players: groupPlayers(drawn) }
}

/** A batch drawn at random, every example varied anew; players' drawings come first [F20]. */
export function drawPaths(examples: StrokeExamples, size: number, chance: Chance): PathBatch {
  const { players } = examples
  const playerCount = playersIn(size, players)
  return toBatch(
    Array.from({ length: size }, (_, index) =>
      players && index < playerCount ? drawPlayer(players, chance) : drawExample(examples, chance),
    ),
  )
}

function drawExample({ digits, others, believed }: StrokeExamples, chance: Chance): LabelledStrokes {
  const kind = chance.next()
  if (kind < digitShare) return varied(chance.pick(digits), ofDigits, chance)
  if (kind < digitShare + believedShare && believed.length > 0)
    return varied(chance.pick(believed), ofBelieved, chance)
  const isOther = kind < digitShare + believedShare + otherShare
  const strokes = isOther ? chance.pick(others).strokes : toUnit(drawNonsense({ digits, others }, chance))
  const other = varied({ label: notADigit, strokes }, ofOthers, chance)
  const begun = isOther && chance.happens(0.5) ? upToALift(other.strokes, chance) : other.strokes
  return { label: notADigit, strokes: isFairOne(begun) ? other.strokes : begun }
}

function drawPlayer(players: PlayerExamples, chance: Chance): LabelledStrokes {
  const sample = pickPlayer(players, chance)
  if (!('strokes' in sample)) throw new RangeError('of a picture nobody knows the way of the pen')
  return varied(sample, sample.label === notADigit ? ofOthers : ofDigits, chance)
}

function varied({ label, strokes }: LabelledStrokes, variation: Variation, chance: Chance): LabelledStrokes {
  return { label, strokes: varyStrokes(strokes, variation, chance) }
}

/** Digits as they are when they are finished, and what the network of pictures takes for one. */
export function everyPath({ digits, believed }: Pick<StrokeExamples, 'digits' | 'believed'>): PathBatch {
  return toBatch([...digits, ...believed])
}

function toBatch(drawn: readonly LabelledStrokes[]): PathBatch {
  const size = pathPoints * pathChannels
  const paths = new Float32Array(drawn.length * size)
  drawn.forEach(({ strokes }, index) => {
    const path = penPathOf(strokes)
    if (path) paths.set(path, index * size)
  })
  return { paths, labels: Uint8Array.from(drawn, ({ label }) => label) }
}
