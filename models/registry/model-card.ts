import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { metricsSchema, type NetworkMetrics } from '#models/evaluation/metrics'
import { modelSchema } from '#models/model-schema'
import { readTrainedIds } from '#models/training/trained-samples'

/** How a network did on one set. */
export type SetFigures = Pick<
  NetworkMetrics['sets'][number],
  'name' | 'kind' | 'count' | 'accuracy' | 'lockShare' | 'recall'
> & {
  /** Drawings that lock as a prompt which they are not, at any moment in play; of pictures, at the end. */
  readonly falseLocks: number
}

/** What there is to say of a version, from the files of its folder. What a file does not say, or says in another way, is null. */
export type ModelCard = {
  readonly version: string
  /** Bytes of the weights; null where the folder holds no network that could serve. */
  readonly bytes: number | null
  readonly seesStrokes: boolean
  readonly sets: readonly SetFigures[] | null
  /** Pictures a second, on one core of the machine that measured it. */
  readonly perSecond: number | null
  /** The version beside which it was measured. */
  readonly beside: string | null
  readonly training: TrainingFacts
  /** How many players' drawings taught it, and of how many players; null for the latter where its record is of before 0.9.1. */
  readonly players: { readonly samples: number; readonly contributors: number | null }
}

type TrainingFacts = {
  /** Where it went on from; empty from scratch. */
  readonly from: readonly string[]
  readonly epochs: number | null
  readonly examples: number | null
  /** After each epoch. */
  readonly losses: readonly number[]
}

const text = z.string().max(500)
const players = z.object({ contributors: z.int().min(0) })
/** What `training.json` says, by whichever version of the trainer. */
const trainingSchema = z.object({
  from: z.union([text.transform((one) => [one]), z.array(text).max(50)]).catch([]),
  epochs: z.coerce.number().min(0).nullable().catch(null),
  examples: z.number().min(0).nullable().catch(null),
  curve: z.array(z.object({ loss: z.number() })).catch([]),
  players: players.nullable().catch(null),
})

/** What it is made of. */
export const cardFiles = ['model.json', 'metrics.json', 'training.json', 'samples.json'] as const

/** @param modelsFolder holds one folder a version */
export async function readModelCard(modelsFolder: string, version: string): Promise<ModelCard> {
  const folder = join(modelsFolder, version)
  const read = (name: (typeof cardFiles)[number]) => readJson(join(folder, name))
  const [model, metrics, training, ids] = await Promise.all([
    read('model.json').then((json) => modelSchema.safeParse(json).data ?? null),
    read('metrics.json').then((json) => metricsSchema.safeParse(json).data ?? null),
    read('training.json').then((json) => trainingSchema.safeParse(json ?? {}).data),
    readTrainedIds(folder).catch(() => []),
  ])
  return {
    ...{ version, bytes: model?.weights.bytes ?? null, seesStrokes: model?.strokes !== undefined },
    sets: metrics && metrics.version === version ? metrics.sets.map(figuresOf) : null,
    perSecond: metrics?.speed.perSecond ?? null,
    beside: metrics?.champion?.version ?? null,
    training: {
      ...{
        from: training?.from ?? [],
        epochs: training?.epochs ?? null,
        examples: training?.examples ?? null,
      },
      losses: training?.curve.map(({ loss }) => loss) ?? [],
    },
    players: { samples: ids.length, contributors: training?.players?.contributors ?? null },
  }
}

function figuresOf({ inPlay, wrongLockShare, ...set }: NetworkMetrics['sets'][number]): SetFigures {
  const { name, kind, count, accuracy, lockShare, recall } = set
  const falseLocks = inPlay?.asPrompt.share ?? wrongLockShare
  return { name, kind, count, accuracy, lockShare, recall, falseLocks }
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'))
  } catch {
    return null
  }
}
