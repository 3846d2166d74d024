import { type Raster, rasterise } from '#game/drawing/rasterise'
import { notADigit } from '#game/protocol/constants'
import { type Strokes, toUnit } from '#models/training/augment-drawing'
import type { Chance } from '#models/training/chance'
import { answersOf, type NetworkParts } from '#models/training/publish'
import { drawNonsense } from '#models/training/scribble'
import { type Examples, isSurelyNoDigit, type LabelledStrokes } from '#models/training/training-set'
import { type Variation, varyStrokes } from './vary-strokes'

/** A network as it answers. */
export type ServedNetwork = Pick<NetworkParts, 'layers' | 'weights'>

/** How often each drawing is tried: as it is, and as other hands might have made it. */
const triesPerDrawing = 5
const nonsensePerDrawing = 2
/** After so many strokes a drawing is seldom taken for a digit any more. */
const mostStrokes = 8
/** Less than locks: varied once more, what is nearly believed may be. */
const leastBelief = 0.3
const chunk = 1024
/** As other hands might have made it. */
const asOthers: Variation = {
  warp: 0.75,
  reversed: 0.05,
  reordered: 0.12,
  broken: 0,
  stray: 0,
  unfinished: 0,
}

/**
 * What is no digit, and as it looked at one of its lifts is one to who sees the picture: hard negatives (Sung and Poggio, 1998). A lock needs
 * a lift [S2], so nothing else can lock that the stroke network has to keep back. Parts of digits that look like other digits are labelled as
 * what they will be.
 */
export function gatherBelieved(
  examples: Pick<Examples, 'digits' | 'others'>,
  { layers, weights }: ServedNetwork,
  chance: Chance,
): LabelledStrokes[] {
  const believed: LabelledStrokes[] = []
  let tried: (LabelledStrokes & { readonly raster: Raster })[] = []
  const ask = () => {
    const answers = answersOf(layers, weights, Buffer.concat(tried.map(({ raster }) => raster)))
    tried.forEach(({ label, strokes }, index) => {
      const digits = [...(answers[index] ?? [])].slice(0, notADigit)
      const belief = Math.max(...digits)
      if (belief >= leastBelief && digits.indexOf(belief) !== label) believed.push({ label, strokes })
    })
    tried = []
  }
  for (const { label, strokes } of atLifts(examples, chance)) {
    const raster = isFairOne(strokes) ? null : rasterise(strokes)
    if (raster) tried.push({ label, strokes, raster })
    if (tried.length === chunk) ask()
  }
  ask()
  return believed
}

function* atLifts({ digits, others }: Pick<Examples, 'digits' | 'others'>, chance: Chance) {
  for (let tries = 0; tries < triesPerDrawing; tries++)
    for (const { strokes } of others) {
      const varied = tries === 0 ? strokes : varyStrokes(strokes, asOthers, chance)
      for (let count = 1; count <= Math.min(varied.length, mostStrokes); count++)
        yield { label: notADigit, strokes: varied.slice(0, count) }
    }
  for (let made = 0; made < nonsensePerDrawing * others.length; made++) {
    const nonsense = varyStrokes(toUnit(drawNonsense({ digits, others }, chance)), asOthers, chance)
    yield { label: notADigit, strokes: upToALift(nonsense, chance) }
  }
  for (const { label, strokes } of digits)
    for (let count = 1; count < strokes.length; count++) yield { label, strokes: strokes.slice(0, count) }
}

/** A bare line drawn downwards: nobody can know whether it begins a flower or is a 1, and whoever was asked for a 1 must be believed. */
export function isFairOne(strokes: Strokes): boolean {
  const [stroke = []] = strokes
  const isDownwards = (stroke.at(-1)?.y ?? 0) > (stroke[0]?.y ?? 0)
  return isDownwards && !isSurelyNoDigit({ isLookalike: false, strokes })
}

/** As a drawing looked at one of its lifts. */
export function upToALift(strokes: Strokes, chance: Chance): Strokes {
  return strokes.slice(0, 1 + chance.below(strokes.length))
}
