import type { Raster } from '#game/drawing/rasterise'
import { labels } from '#models/labels'
import { augmentDrawing } from './augment-drawing'
import { augmentPicture } from './augment-picture'
import type { Chance } from './chance'
import type { LabelledPicture, LabelledStrokes } from './training-set'

/** [F20] The share of each batch that is drawings of players, where there are any. */
const playerShare = 0.125

/** A drawing of a player, with what people agreed that it is. `contributor` is what its export calls whoever drew it. */
export type PlayerSample = (LabelledPicture | LabelledStrokes) & { readonly contributor: string | null }

/** Samples by label, and those of a label by contributor. */
export type PlayerExamples = {
  readonly samples: readonly PlayerSample[]
  readonly byLabel: readonly (readonly (readonly PlayerSample[])[])[]
}

/** [F20] Groups samples so that they can be drawn in balance. All that nobody is named for count as one contributor's. */
export function groupPlayers(samples: readonly PlayerSample[]): PlayerExamples {
  const byLabel = labels.map(() => new Map<string | null, PlayerSample[]>())
  for (const sample of samples) {
    const group = byLabel[sample.label]
    const own = group?.get(sample.contributor)
    if (own) own.push(sample)
    else group?.set(sample.contributor, [sample])
  }
  return { samples, byLabel: byLabel.filter(({ size }) => size > 0).map((group) => [...group.values()]) }
}

/** How many of a batch are players' drawings. */
export function playersIn(batchSize: number, players: PlayerExamples | undefined): number {
  return players && players.samples.length > 0 ? Math.round(playerShare * batchSize) : 0
}

/** [F20] One at random: each label is as likely as any other, and of a label each contributor. */
export function pickPlayer({ byLabel }: PlayerExamples, chance: Chance): PlayerSample {
  return chance.pick(chance.pick(chance.pick(byLabel)))
}

/** @param strength as in `augmentDrawing` */
export function augmentPlayer(sample: PlayerSample, chance: Chance, strength: number): Raster {
  return 'raster' in sample
    ? augmentPicture(sample.raster, chance, strength)
    : augmentDrawing(sample.strokes, chance, strength)
}
