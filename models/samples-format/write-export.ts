import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { labelCount } from '#game/protocol/constants'
import type { ExportedSample, SampleWriter } from './exported-sample'
import { exportFiles, exportSource, type Manifest } from './schema'
import { openIdx } from './write-idx'
import { openNdjson } from './write-strokes'

export const exportFormats = ['idx', 'ndjson'] as const
export type ExportFormat = (typeof exportFormats)[number]

const openers: Record<ExportFormat, (folder: string) => Promise<SampleWriter>> = {
  idx: openIdx,
  ndjson: openNdjson,
}

/**
 * Writes samples into a new folder, in one pass, a few at a time: all files hold the same samples in the same order.
 * @param told what was asked for, and how many were left out all the same, for the manifest
 * @throws Error with code EEXIST when the folder is there already
 */
export async function writeExportFolder(
  folder: string,
  samples: AsyncIterable<ExportedSample>,
  formats: readonly ExportFormat[],
  { filter, leftOut }: Pick<Manifest, 'filter' | 'leftOut'>,
): Promise<Manifest> {
  await mkdir(folder)
  const writers = await Promise.all(formats.map((format) => openers[format](folder)))
  const labels = Array.from({ length: labelCount }, () => 0)
  const contributors = new Set<string>()
  const consentVersions = new Set<number>()
  let unreviewed = 0
  try {
    for await (const sample of samples) {
      for (const writer of writers) await writer.add(sample)
      labels[sample.label] = (labels[sample.label] ?? 0) + 1
      contributors.add(sample.writer)
      consentVersions.add(sample.consentVersion)
      if (!sample.isReviewed) unreviewed++
    }
  } finally {
    for (const writer of writers) await writer.close()
  }
  const manifest: Manifest = {
    source: exportSource,
    createdAt: new Date().toISOString(),
    filter,
    count: labels.reduce((sum, count) => sum + count, 0),
    unreviewed,
    leftOut,
    contributors: contributors.size,
    labels,
    consentVersions: [...consentVersions].sort((a, b) => a - b),
    files: await Promise.all(writers.flatMap(({ names }) => names).map((name) => listFile(folder, name))),
  }
  await writeFile(path.join(folder, exportFiles.manifest), `${JSON.stringify(manifest, null, 2)}\n`)
  return manifest
}

async function listFile(folder: string, name: string): Promise<Manifest['files'][number]> {
  const file = path.join(folder, name)
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return { name, bytes: (await stat(file)).size, sha256: hash.digest('hex') }
}
