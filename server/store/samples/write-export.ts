import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { labelCount } from '#game/protocol/scalars'
import { openIdx } from './idx'
import { labelSample } from './labelled-sample'
import type { StoredSample } from './list-samples'
import { openNdjson } from './ndjson'
import type { SampleFilter } from './sample-filter'
import type { SampleWriter } from './sample-writer'

export const exportFormats = ['idx', 'ndjson'] as const
export type ExportFormat = (typeof exportFormats)[number]

export type ExportWishes = {
  readonly formats: readonly ExportFormat[]
  /** Leaves out what people have not agreed on yet; its label would be the prompt, which is a weak one. */
  readonly onlyReviewed: boolean
  readonly filter: SampleFilter
  /** What contributors' names are made with. */
  readonly contributorKey: string
}

/** What an export says of itself, in `manifest.json`. */
export type Manifest = {
  readonly source: 'digit-dash'
  readonly createdAt: string
  readonly filter: SampleFilter & { readonly onlyReviewed: boolean }
  readonly count: number
  /** How many carry only their prompt as label. */
  readonly unreviewed: number
  readonly contributors: number
  /** How many of each label; the eleventh is "not a digit", 10 in the IDX labels. */
  readonly labels: readonly number[]
  readonly consentVersions: readonly number[]
  readonly files: readonly { readonly name: string; readonly bytes: number; readonly sha256: string }[]
}

/**
 * Writes samples into a new folder, in one pass, a few at a time: all files hold the same samples in the same order.
 * @throws Error with code EEXIST when the folder is there already
 */
export async function writeExport(
  folder: string,
  samples: AsyncIterable<StoredSample>,
  wishes: ExportWishes,
): Promise<Manifest> {
  await mkdir(folder)
  const writers = await Promise.all(wishes.formats.map((format) => openers[format](folder)))
  const labels = Array.from({ length: labelCount }, () => 0)
  const contributors = new Set<string>()
  const consentVersions = new Set<number>()
  let unreviewed = 0
  try {
    for await (const stored of samples) {
      const labelled = labelSample(stored, wishes.contributorKey)
      if (!labelled || (wishes.onlyReviewed && !labelled.isReviewed)) continue
      for (const writer of writers) await writer.add(labelled)
      labels[labelled.label] = (labels[labelled.label] ?? 0) + 1
      contributors.add(labelled.writer)
      consentVersions.add(stored.consentVersion)
      if (!labelled.isReviewed) unreviewed++
    }
  } finally {
    for (const writer of writers) await writer.close()
  }
  const manifest: Manifest = {
    source: 'digit-dash',
    createdAt: new Date().toISOString(),
    filter: { ...wishes.filter, onlyReviewed: wishes.onlyReviewed },
    count: labels.reduce((sum, count) => sum + count, 0),
    unreviewed,
    contributors: contributors.size,
    labels,
    consentVersions: [...consentVersions].sort((a, b) => a - b),
    files: await Promise.all(writers.flatMap(({ names }) => names).map((name) => listFile(folder, name))),
  }
  await writeFile(path.join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  return manifest
}

const openers: Record<ExportFormat, (folder: string) => Promise<SampleWriter>> = {
  idx: openIdx,
  ndjson: openNdjson,
}

async function listFile(folder: string, name: string): Promise<Manifest['files'][number]> {
  const file = path.join(folder, name)
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return { name, bytes: (await stat(file)).size, sha256: hash.digest('hex') }
}
