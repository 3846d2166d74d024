import { type Raster, rasterise, rasterSize } from '#game/drawing/rasterise'
import { notADigit } from '#game/protocol/constants'
import { answerOf } from '#game/scoring/answer'
import type { Judge } from './judge'

type Classifier = Pick<Judge, 'classify'>
type Strokes = Parameters<typeof rasterise>[0]

const rasterLength = rasterSize * rasterSize
/** An erased square is this wide, and the next one begins this much further on, in pixels. */
const patchPx = 4
const stepPx = 2
/** Keeps odds finite: the judge never means less than one in a million. */
const leastProbability = 1e-6

/**
 * Which pixels decided: squares of ink are erased in turn, and where the odds of the answer fall, the ink spoke for it.
 * Odds, not probabilities, because a judge that is all but certain hardly moves those.
 *
 * @param answer 0-9, or 10 for "not a digit"
 * @returns 784 values from -1 (spoke against the answer) through 0 (no ink, or no influence) to 1 (decided it)
 */
export function explainAnswer(raster: Raster, answer: number, judge: Classifier): Float32Array {
  const patches = inkedPatches(raster)
  const rasters = new Uint8Array((patches.length + 1) * rasterLength)
  rasters.set(raster)
  for (const [index, patch] of patches.entries()) {
    const erased = rasters.subarray((index + 1) * rasterLength, (index + 2) * rasterLength)
    erased.set(raster)
    for (const pixel of patch) erased[pixel] = 0
  }
  const [whole = 0, ...erasedOdds] = judge
    .classify(rasters)
    .map(({ probabilities }) => logOdds(probabilities[answer] ?? 0))

  const sums = new Float32Array(rasterLength)
  const counts = new Float32Array(rasterLength)
  for (const [index, patch] of patches.entries()) {
    for (const pixel of patch) {
      sums[pixel] = (sums[pixel] ?? 0) + whole - (erasedOdds[index] ?? whole)
      counts[pixel] = (counts[pixel] ?? 0) + 1
    }
  }
  const saliency = sums.map((sum, pixel) => (raster[pixel] ? sum / (counts[pixel] || 1) : 0))
  const most = saliency.reduce((max, value) => Math.max(max, Math.abs(value)), 0)
  return most === 0 ? saliency : saliency.map((value) => value / most)
}

/** The pixels of each square that holds any ink; without ink there is nothing to erase. */
function inkedPatches(raster: Raster): number[][] {
  const patches: number[][] = []
  for (let top = 0; top <= rasterSize - patchPx; top += stepPx) {
    for (let left = 0; left <= rasterSize - patchPx; left += stepPx) {
      const patch = Array.from(
        { length: patchPx * patchPx },
        (_, index) => (top + Math.floor(index / patchPx)) * rasterSize + left + (index % patchPx),
      )
      if (patch.some((pixel) => raster[pixel])) patches.push(patch)
    }
  }
  return patches
}

function logOdds(probability: number): number {
  const bounded = Math.min(1 - leastProbability, Math.max(leastProbability, probability))
  return Math.log(bounded / (1 - bounded))
}

/** `from` and `to` are answers: 0-9, or 10 for "not a digit". */
export type FlippingStroke = { readonly strokeIndex: number; readonly from: number; readonly to: number }

/**
 * Why the judge says what it says of a drawing.
 *
 * @param raster of these strokes
 * @returns the saliency of each pixel for the judge's answer, as of {@link explainAnswer}, and the stroke that led there
 */
export function explain(
  strokes: Strokes,
  raster: Raster,
  judge: Classifier,
): { saliency: Float32Array; flip: FlippingStroke | null } {
  const [answer = notADigit] = answersTo(raster, judge)
  return {
    saliency: explainAnswer(raster, answer, judge),
    flip: flippingStroke(strokes, judge),
  }
}

function answersTo(rasters: Uint8Array, judge: Classifier): number[] {
  return judge.classify(rasters).map(({ thousandths }) => answerOf(thousandths))
}

/** The last stroke that changed the judge's answer; null when none did. */
export function flippingStroke(strokes: Strokes, judge: Classifier): FlippingStroke | null {
  const drawn = strokes.flatMap((_, index) => {
    const raster = rasterise(strokes.slice(0, index + 1))
    return raster ? [{ index, raster }] : []
  })
  const rasters = new Uint8Array(drawn.length * rasterLength)
  for (const [place, { raster }] of drawn.entries()) rasters.set(raster, place * rasterLength)
  const answers = answersTo(rasters, judge)
  const flipped = answers.findLastIndex((answer, place) => place > 0 && answer !== answers[place - 1])
  const from = answers[flipped - 1]
  const to = answers[flipped]
  const stroke = drawn[flipped]
  return stroke && from !== undefined && to !== undefined ? { strokeIndex: stroke.index, from, to } : null
}
