import { z } from 'zod'

/** The files of an export: a manifest, and the same samples in the same order in one format or in both. */
export const exportFiles = {
  manifest: 'manifest.json',
  strokes: 'samples.ndjson',
  images: 'samples-images-idx3-ubyte',
  labels: 'samples-labels-idx1-ubyte',
  /** Beside the labels: 1 for each that people agreed on, 0 for each that is only what the player was asked for. */
  reviewed: 'samples-reviewed-idx1-ubyte',
} as const

/** Where samples come from, as their lines and manifests say. */
export const exportSource = 'digit-dash'

/**
 * IDX, the format MNIST is published in: a magic number that tells bytes in three or in one dimension, then the sizes,
 * all big-endian; the records follow without anything between them.
 */
export const idxMagic = { images: 0x0803, labels: 0x0801 } as const

/** [F10] What is learnt from, and what is only measured with. */
export const split = z.enum(['train', 'gold'])
export type Split = z.infer<typeof split>

const point = z.union([z.tuple([z.number(), z.number()]), z.tuple([z.number(), z.number(), z.number()])])

/** A line of a stroke file, as every source of strokes has it: x right, y down, t in ms where the source had times. */
export const strokeLine = z.object({
  /** A digit, or a name for what is none. */
  label: z.string(),
  /** Who drew it, as far as the source says. */
  writer: z.string().nullish(),
  strokes: z.array(z.array(point)),
  /** Units an inch, across and down: where they differ, the drawing comes out squeezed unless it is scaled back. */
  ppi: z.tuple([z.number().positive(), z.number().positive()]).optional(),
  lookalike: z.boolean().optional(),
  /** Only drawings of players have these: [C11] what nobody has reviewed is labelled with its prompt. */
  source: z.string().optional(),
  /** What a public set calls a drawing is no id of ours. */
  id: z.uuid().optional().catch(undefined),
  reviewed: z.boolean().optional(),
  reason: z.string().optional(),
  reasons: z.array(z.string()).optional(),
})
/** The reason of samples that were selected whatever the network said of them. */
export const controlReason = 'control'

/** A line of an exported sample: a stroke line with what the game knows of it; t is in ms since the round began. */
export const sampleLine = strokeLine.pick({ label: true, writer: true, strokes: true }).extend({
  source: z.literal(exportSource),
  id: z.uuid(),
  prompt: z.number(),
  /** 10 is "not a digit". */
  guess: z.number(),
  reason: z.string(),
  reviewed: z.boolean(),
  /** All that hold, `reason` first; exports of before 0.8.0 have the first alone. */
  reasons: z.array(z.string()).optional(),
})
export type SampleLine = z.infer<typeof sampleLine>

const file = z.object({ name: z.string(), bytes: z.number(), sha256: z.string().regex(/^[0-9a-f]{64}$/) })

/** What an export says of itself. */
export const manifest = z.object({
  source: z.literal(exportSource),
  createdAt: z.string(),
  /** Which samples were asked for; what is left out did not matter. */
  filter: z.object({
    prompt: z.number().optional(),
    reason: z.string().optional(),
    isReviewed: z.boolean().optional(),
    onlyReviewed: z.boolean(),
  }),
  count: z.number(),
  /** How many carry only their prompt as label. */
  unreviewed: z.number(),
  /** [C14] How many were asked for and are not in it, because one contributor has more than one may have. */
  leftOut: z.number(),
  contributors: z.number(),
  /** How many of each label; the eleventh is "not a digit", 10 in the IDX labels. */
  labels: z.array(z.number()),
  consentVersions: z.array(z.number()),
  files: z.array(file),
})
export type Manifest = z.infer<typeof manifest>

/** What of it a reader needs: older exports said less. A name is one of the folder, and no way out of it. */
export const checkedManifest = z.object({
  files: z.array(file.pick({ sha256: true }).extend({ name: z.string().regex(/^[^/\\]+$/) })),
  unreviewed: z.number().optional(),
})
export type CheckedManifest = z.infer<typeof checkedManifest>
