import { pathChannels, pathPoints, penPathOf } from '#game/drawing/pen-path'
import { notADigit } from '#game/protocol/constants'
import { type Strokes, toUnit } from '#models/training/augment-drawing'
import type { Chance } from '#models/training/chance'
import { groupPlayers, type PlayerExamples, pickPlayer, playersIn } from '#models/training/players'
import { drawNonsense } from '#models/training/scribble'
import type { Examples } from '#models/training/training-set'
import { prefixOf, thinStrokes, varyStrokes } from './vary-strokes'

/** Paths of the pen one after the other, and the label of each. */
export type PathBatch = { readonly paths: Float32Array; readonly labels: Uint8Array }

type DrawnExamples = Pick<Examples, 'digits' | 'others' | 'players'>

/** Shares of what is left of a batch beside players' drawings. What is left of 1 is nonsense made up on the spot. */
const digitShare = 0.5
const otherShare = 0.3

/** So much of an example is there at least. What is no digit begins as one too often to be known for what it will be. */
const leastOfDigit = 0.7
const leastOfOther = 1

/** The same with fewer points, where there are more than a path has places for. */
export function thinExamples({ digits, others, players }: DrawnExamples): DrawnExamples {
  const thin = (drawn: DrawnExamples['digits']) =>
    drawn.map(({ label, strokes }) => ({ label, strokes: thinStrokes(strokes) }))
  const drawn = (players?.samples ?? []).flatMap((sample) =>
    'strokes' in sample ? [{ ...sample, strokes: thinStrokes(sample.strokes) }] : [],
  )
  return { digits: thin(digits), others: thin(others), players: groupPlayers(drawn) }
}

/**
 * A batch drawn at random, every example varied anew; players' drawings come first [F20]. What is not finished yet is labelled as what
 * it will be.
 */
export function drawPaths(examples: DrawnExamples, size: number, chance: Chance): PathBatch {
  const { players } = examples
  const playerCount = playersIn(size, players)
  return toBatch(
    Array.from({ length: size }, (_, index) => {
      if (players && index < playerCount) return drawPlayer(players, chance)
      const kind = chance.next()
      if (kind < digitShare + otherShare) {
        const { label, strokes } = chance.pick(kind < digitShare ? examples.digits : examples.others)
        const leastShare = kind < digitShare ? leastOfDigit : leastOfOther
        return { label, strokes: varyStrokes(strokes, leastShare, chance) }
      }
      const nonsense = toUnit(drawNonsense(examples, chance))
      return { label: notADigit, strokes: varyStrokes(nonsense, leastOfOther, chance) }
    }),
  )
}

function drawPlayer(players: PlayerExamples, chance: Chance) {
  const sample = pickPlayer(players, chance)
  if (!('strokes' in sample)) throw new RangeError('of a picture nobody knows the way of the pen')
  const { label, strokes } = sample
  return { label, strokes: varyStrokes(strokes, label === notADigit ? leastOfOther : leastOfDigit, chance) }
}

/** All drawings as they are, when they are finished and when three quarters of them are there. */
export function everyPath({ digits, others }: DrawnExamples): PathBatch {
  return toBatch(
    [...digits, ...others].flatMap(({ label, strokes }) => [
      { label, strokes },
      { label, strokes: prefixOf(strokes, 0.75) },
    ]),
  )
}

function toBatch(drawn: readonly { readonly label: number; readonly strokes: Strokes }[]): PathBatch {
  const size = pathPoints * pathChannels
  const paths = new Float32Array(drawn.length * size)
  drawn.forEach(({ strokes }, index) => {
    const path = penPathOf(strokes)
    if (path) paths.set(path, index * size)
  })
  return { paths, labels: Uint8Array.from(drawn, ({ label }) => label) }
}
