import * as z from 'zod/mini'
import { pathChannels, pathPoints } from '#game/drawing/pen-path'
import { rasterSize } from '#game/drawing/rasterise'
import { judgeVersionPattern } from '#game/protocol/constants'
import { labels } from './labels'

const size = z.int().check(z.gte(1), z.lte(4096))

/** Weights are stored layer after layer, filter before bias, as little-endian float32. */
const layerSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('conv'),
    /** Height, width, channels in, channels out. */
    filter: z.tuple([size, size, size, size]),
    stride: z.int().check(z.gte(1), z.lte(4)),
    padding: z.enum(['same', 'valid']),
  }),
  z.object({
    kind: z.literal('dense'),
    /** Values in, values out. */
    filter: z.tuple([size, size]),
  }),
])

const probability = z.number().check(z.gte(0), z.lte(1))
const answer = z.array(probability).check(z.length(labels.length))
/** How the last layer was scaled so that probabilities are as right as they are sure; for the record. */
const calibration = z.object({ temperature: z.number().check(z.positive()), notADigitBias: z.number() })

/** Bytes of a path as base64 writes them. */
const pathText = Math.ceil((pathPoints * pathChannels * 4) / 3) * 4

/**
 * The network that sees the way the pen went, with its golden answers. As in the other one, all layers but the last are followed by ReLU,
 * the last by softmax; its weights are behind those of the other.
 */
const strokesSchema = z.object({
  /** The path enters as a picture 1 high, with a channel for each number of a point. */
  input: z.object({ points: z.literal(pathPoints), channels: z.literal(pathChannels) }),
  layers: z.array(layerSchema).check(z.minLength(2), z.maxLength(32)),
  calibration,
  /** Paths (base64 of little-endian float32) and what the network said of them when it was made. */
  golden: z
    .array(z.object({ path: z.string().check(z.length(pathText)), probabilities: answer }))
    .check(z.minLength(1)),
})

/** `model.json` of a model folder: all there is to know about a network but its weights. */
export const modelSchema = z
  .object({
    /** 2 where there is a stroke network. */
    format: z.enum(['digit-dash-model/1', 'digit-dash-model/2']),
    version: z.string().check(z.regex(judgeVersionPattern)),
    /** The raster enters as levels 0..1, each block of 2x2 pixels side by side as four channels. */
    input: z.object({ size: z.literal(rasterSize), block: z.literal(2) }),
    /** All but the last are followed by ReLU, the last by softmax. Batch norm and calibration are folded in. */
    layers: z.array(layerSchema).check(z.minLength(2), z.maxLength(32)),
    labels: z
      .array(z.string())
      .check(z.refine((found) => found.join() === labels.join(), `must be ${labels.join(', ')}`)),
    weights: z.object({
      bytes: z.int().check(z.positive(), z.lte(1_048_576)),
      sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
    }),
    calibration,
    /** Rasters (base64) and what the network said of them when it was made. */
    golden: z.array(z.object({ raster: z.string(), probabilities: answer })).check(z.minLength(1)),
    strokes: z.optional(strokesSchema),
  })
  .check(
    z.refine(
      ({ format, strokes }) => (format === 'digit-dash-model/2') === (strokes !== undefined),
      'format 2 is that with strokes',
    ),
  )

export type ModelJson = z.infer<typeof modelSchema>
export type Layer = ModelJson['layers'][number]
