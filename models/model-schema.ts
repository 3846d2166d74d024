import { z } from 'zod'
import { rasterSize } from '#game/drawing/rasterise'
import { judgeVersionPattern } from '#game/protocol/constants'
import { labels } from './labels'

const size = z.int().min(1).max(4096)

/** Weights are stored layer after layer, filter before bias, as little-endian float32. */
const layerSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('conv'),
    /** Height, width, channels in, channels out. */
    filter: z.tuple([size, size, size, size]),
    stride: z.int().min(1).max(4),
    padding: z.enum(['same', 'valid']),
  }),
  z.object({
    kind: z.literal('dense'),
    /** Values in, values out. */
    filter: z.tuple([size, size]),
  }),
])

const probability = z.number().min(0).max(1)

/** `model.json` of a model folder: all there is to know about a network but its weights. */
export const modelSchema = z.object({
  format: z.literal('digit-dash-model/1'),
  version: z.string().regex(judgeVersionPattern),
  /** The raster enters as levels 0..1, each block of 2x2 pixels side by side as four channels. */
  input: z.object({ size: z.literal(rasterSize), block: z.literal(2) }),
  /** All but the last are followed by ReLU, the last by softmax. Batch norm and calibration are folded in. */
  layers: z.array(layerSchema).min(2).max(32),
  labels: z
    .array(z.string())
    .refine((found) => found.join() === labels.join(), `must be ${labels.join(', ')}`),
  weights: z.object({ bytes: z.int().positive().max(1_048_576), sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  /** How the last layer was scaled so that probabilities are as right as they are sure; for the record. */
  calibration: z.object({ temperature: z.number().positive(), notADigitBias: z.number() }),
  /** Rasters (base64) and what the network said of them when it was made. */
  golden: z
    .array(z.object({ raster: z.string(), probabilities: z.array(probability).length(labels.length) }))
    .min(1),
})

export type ModelJson = z.infer<typeof modelSchema>
export type Layer = ModelJson['layers'][number]
