import { z } from 'zod'

/** The files of an export that have one name whatever is in it: a manifest, and the samples in the formats that were asked for. */
export const exportFiles = {
  manifest: 'manifest.json',
  card: 'README.md',
  strokes: 'samples.ndjson',
  /** Beside IDX, which has no place for it: of each record in turn which sample it is. */
  index: 'samples-index.jsonl',
  parquet: 'samples.parquet',
  tasks: 'label-studio-tasks.json',
  taskConfig: 'label-studio-config.xml',
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

/** What all were drawn with: a mouse, a finger or a pen, which the game does not tell apart. Drawings by keyboard are never samples. */
export const pointer = 'pointer'

/** What lines say from 0.10.0 on; older exports have none of it. */
const everythingKnown = {
  /** [F10] Which part its contributor is in, for ever. */
  split: split.optional(),
  /** When its round began. */
  drawnAt: z.string().optional(),
  /** The model that judged it, and the eleven probabilities of its last guess. */
  judge: z.string().optional(),
  thousandths: z.array(z.number()).optional(),
  /** 0 to 1000: how far the model was from the prompt. */
  difficulty: z.number().optional(),
  /** ms from the prompt to the lock; null where there was none. */
  lockMs: z.number().nullish(),
  wrongLocks: z.number().optional(),
  pointer: z.literal(pointer).optional(),
  consentVersion: z.number().optional(),
  /** How many people read each label in it in a vote; empty where nobody voted. */
  votes: z.array(z.number()).optional(),
  /** How many reviewers gave a verdict, and how many of them the label. */
  review: z.object({ verdicts: z.number(), agreeing: z.number() }).optional(),
}

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
  ...everythingKnown,
})
export type SampleLine = z.infer<typeof sampleLine>

/** [F10] The name of a dataset: a part of file names, addresses and cards, and so nothing that any of them could take for more. */
export const datasetName = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(40)

/** [F10] Which frozen dataset an export holds. */
const datasetVersion = z.object({
  name: datasetName,
  /** From 1. */
  version: z.int().positive(),
  /** Of ids, labels, splits, contributors and ink of all samples in order: the same whenever it is exported. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})

const file = z.object({ name: z.string(), bytes: z.number(), sha256: z.string().regex(/^[0-9a-f]{64}$/) })

/** What an export says of itself. */
export const manifest = z.object({
  source: z.literal(exportSource),
  createdAt: z.string(),
  /** Which samples were asked for; what is left out did not matter. */
  filter: z.object({
    prompt: z.number().optional(),
    label: z.number().optional(),
    guess: z.number().optional(),
    reason: z.string().optional(),
    model: z.string().optional(),
    from: z.string().optional(),
    to: z.string().optional(),
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
  /** [F10] How many are in each part; exports of before 0.10.0 have none. */
  splits: z.object({ train: z.number(), gold: z.number() }).optional(),
  /** [F10] Only in exports of a dataset. */
  dataset: datasetVersion.optional(),
  files: z.array(file),
})
export type Manifest = z.infer<typeof manifest>

/** What of it a reader needs: older exports said less. A name is one of the folder or a folder in it, and no way out of it. */
export const checkedManifest = z.object({
  files: z.array(
    file.pick({ sha256: true }).extend({ name: z.string().regex(/^([\w-][\w.-]*\/)?[\w-][\w.-]*$/) }),
  ),
  unreviewed: z.number().optional(),
  splits: z.object({ train: z.number(), gold: z.number() }).optional(),
  dataset: datasetVersion.optional(),
})
export type CheckedManifest = z.infer<typeof checkedManifest>
