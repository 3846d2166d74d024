import { type Raster, rasterise, rasterSize } from '#game/drawing/rasterise'
import { notADigit } from '#game/protocol/constants'
import { augmentDrawing, toUnit } from './augment-drawing'
import { augmentPicture } from './augment-picture'
import type { Chance } from './chance'
import { augmentPlayer, pickPlayer, playersIn } from './players'
import { drawNonsense } from './scribble'
import type { Examples } from './training-set'

/** Rasters one after the other, and the label of each. */
export type TrainingBatch = { readonly rasters: Uint8Array; readonly labels: Uint8Array }

const pixels = rasterSize * rasterSize
/** Shares of what is left of a batch beside players' drawings. What is left of 1 is nonsense made up on the spot. */
const pictureShare = 0.46
const digitShare = 0.35
const otherShare = 0.12

/**
 * A batch drawn at random, every example varied anew; players' drawings come first [F20].
 *
 * @param strength how much examples are warped: 1 for what is seen between writers
 */
export function drawBatch(examples: Examples, size: number, chance: Chance, strength = 1): TrainingBatch {
  const rasters = new Uint8Array(size * pixels)
  const labels = new Uint8Array(size)
  const playerCount = playersIn(size, examples.players)
  for (let index = 0; index < size; index++) {
    const draw = index < playerCount ? drawPlayer : drawExample
    const { label, raster } = draw(examples, chance, strength)
    rasters.set(raster, index * pixels)
    labels[index] = label
  }
  return { rasters, labels }
}

/** @returns all their examples, one batch after the other */
export function joinBatches(batches: readonly TrainingBatch[]): TrainingBatch {
  return {
    rasters: Buffer.concat(batches.map(({ rasters }) => rasters)),
    labels: Buffer.concat(batches.map(({ labels }) => labels)),
  }
}

type Drawn = { readonly label: number; readonly raster: Raster }

function drawPlayer({ players }: Examples, chance: Chance, strength: number): Drawn {
  if (!players) throw new RangeError('no drawings of players to learn from')
  const sample = pickPlayer(players, chance)
  return { label: sample.label, raster: augmentPlayer(sample, chance, strength) }
}

function drawExample(examples: Examples, chance: Chance, strength: number): Drawn {
  const { pictures, digits, others } = examples
  const kind = chance.next()
  if (kind < pictureShare) {
    const { label, raster } = chance.pick(pictures)
    return { label, raster: augmentPicture(raster, chance, strength) }
  }
  if (kind < pictureShare + digitShare + otherShare) {
    const { label, strokes } = chance.pick(kind < pictureShare + digitShare ? digits : others)
    return { label, raster: augmentDrawing(strokes, chance, strength) }
  }
  return {
    label: notADigit,
    raster: augmentDrawing(toUnit(drawNonsense(examples, chance)), chance, strength),
  }
}

/** All examples once, as they are. */
export function everyExample({ pictures, digits, others }: Examples): TrainingBatch {
  const drawn = [...digits, ...others].map(({ label, strokes }) => ({
    label,
    raster: rasterise(strokes) ?? new Uint8Array(pixels),
  }))
  const all = [...pictures, ...drawn]
  const rasters = new Uint8Array(all.length * pixels)
  all.forEach(({ raster }, index) => {
    rasters.set(raster, index * pixels)
  })
  return { rasters, labels: Uint8Array.from(all, ({ label }) => label) }
}
