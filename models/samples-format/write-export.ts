import { createHash, hash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { labelCount } from '#game/protocol/constants'
import { cardOf } from './card'
import { chunksOf } from './chunks'
import type { ExportEntry, ExportedSample, FormatWriter } from './exported-sample'
import type { ExportFormat } from './formats'
import { exportFiles, exportSource, type Manifest } from './schema'
import { writeIdx } from './write-idx'
import { writeLabelStudio } from './write-label-studio'
import { writeParquet } from './write-parquet'
import { writePng } from './write-png'
import { writeNdjson } from './write-strokes'

const writers: Record<ExportFormat, FormatWriter> = {
  ndjson: writeNdjson,
  idx: writeIdx,
  'idx-gz': (samples, workFolder) => writeIdx(samples, workFolder, { isGzip: true }),
  parquet: writeParquet,
  png: writePng,
  'label-studio': writeLabelStudio,
}

/** What is asked for, and what the manifest says of it beside what is counted. */
export type ExportRequest = {
  readonly formats: readonly ExportFormat[]
  /** Begins to read all samples, in the same order each time; once for each format. */
  readonly samples: () => AsyncIterable<ExportedSample>
  readonly told: Pick<Manifest, 'filter' | 'leftOut' | 'dataset'> & { readonly createdAt?: Date }
}

/** The samples were not the same for one format as for another: one was taken back meanwhile. */
export class ExportChangedError extends Error {
  override readonly name = 'ExportChangedError'
  constructor() {
    super('A drawing was taken back while the export was written. Start it again: it then is without it.')
  }
}

/**
 * The files of an export, one format after the other, then the manifest. Each has to be read to its end before the next one.
 * @param workFolder for what has to wait until all samples are read; whoever gives it removes it
 * @throws ExportChangedError
 */
export async function* exportEntries(
  { formats, samples, told }: ExportRequest,
  workFolder: string,
): AsyncGenerator<ExportEntry, Manifest> {
  const files: Manifest['files'] = []
  const names = new Set<string>()
  let known: ReturnType<typeof newTally> | undefined
  for (const format of formats) {
    const tally = newTally()
    const folder = await mkdtemp(path.join(workFolder, 'format-'))
    for await (const entry of writers[format](counted(samples(), tally), folder)) {
      // Plain and packed IDX have the same index.
      if (names.has(entry.name)) await drain(entry)
      else yield listed(entry, files)
      if (formats.length > 1) names.add(entry.name)
    }
    if (known && known.ids.digest !== tally.ids.digest) throw new ExportChangedError()
    known = tally
  }
  const { filter, leftOut, dataset, createdAt = new Date() } = told
  const { labels, unreviewed, contributors, consentVersions, splits } = known ?? newTally()
  const summary = {
    source: exportSource,
    createdAt: createdAt.toISOString(),
    filter,
    count: labels.reduce((sum, count) => sum + count, 0),
    unreviewed,
    leftOut,
    contributors: contributors.size,
    labels,
    consentVersions: [...consentVersions].sort((a, b) => a - b),
    splits,
    ...(dataset && { dataset }),
  } as const
  if (dataset) yield listed({ name: exportFiles.card, content: Buffer.from(cardOf(summary)) }, files)
  const manifest: Manifest = { ...summary, files }
  yield { name: exportFiles.manifest, content: chunksOf(manifestText(manifest)) }
  return manifest
}

/** As JSON.stringify indents it. One file after the other, because pictures are many files. */
async function* manifestText({ files, ...summary }: Manifest): AsyncGenerator<string> {
  const text = JSON.stringify({ ...summary, files: [] }, null, 2)
  yield text.slice(0, text.lastIndexOf(']'))
  let before = '\n'
  for (const file of files) {
    yield `${before}    ${JSON.stringify(file, null, 2).replaceAll('\n', '\n    ')}`
    before = ',\n'
  }
  yield files.length > 0 ? '\n  ]\n}\n' : ']\n}\n'
}

/**
 * Writes an export into a new folder.
 * @throws Error with code EEXIST when the folder is there already; ExportChangedError
 */
export async function writeExportFolder(folder: string, request: ExportRequest): Promise<Manifest> {
  await mkdir(folder)
  const workFolder = await mkdtemp(path.join(tmpdir(), 'digit-dash-export-'))
  try {
    const entries = exportEntries(request, workFolder)
    const made = new Set<string>()
    for (;;) {
      const next = await entries.next()
      if (next.done) return next.value
      await writeEntry(folder, next.value, made)
    }
  } finally {
    await rm(workFolder, { recursive: true, force: true })
  }
}

async function writeEntry(folder: string, { name, content }: ExportEntry, made: Set<string>): Promise<void> {
  const file = path.join(folder, name)
  const parent = path.dirname(file)
  if (!made.has(parent)) await mkdir(parent, { recursive: true })
  made.add(parent)
  if (content instanceof Uint8Array) return writeFile(file, content, { flag: 'wx' })
  await pipeline(Readable.from(content, { objectMode: false }), createWriteStream(file, { flags: 'wx' }))
}

async function drain({ content }: ExportEntry): Promise<void> {
  if (content instanceof Uint8Array) return
  for await (const _ of content);
}

function newTally() {
  return {
    labels: Array.from({ length: labelCount }, () => 0),
    unreviewed: 0,
    contributors: new Set<string>(),
    consentVersions: new Set<number>(),
    splits: { train: 0, gold: 0 },
    ids: { digest: '' },
  }
}

async function* counted(
  samples: AsyncIterable<ExportedSample>,
  tally: ReturnType<typeof newTally>,
): AsyncGenerator<ExportedSample> {
  const ids = createHash('sha256')
  for await (const sample of samples) {
    tally.labels[sample.label] = (tally.labels[sample.label] ?? 0) + 1
    if (!sample.isReviewed) tally.unreviewed++
    tally.contributors.add(sample.writer)
    tally.consentVersions.add(sample.consentVersion)
    tally.splits[sample.split]++
    ids.update(`${sample.id} ${sample.label}\n`)
    yield sample
  }
  tally.ids.digest = ids.digest('hex')
}

/** The entry, which is in the list once it has been read. */
function listed({ name, content }: ExportEntry, files: Manifest['files']): ExportEntry {
  if (content instanceof Uint8Array) {
    files.push({ name, bytes: content.length, sha256: hash('sha256', content, 'hex') })
    return { name, content }
  }
  async function* hashed(pieces: AsyncIterable<Uint8Array>) {
    const whole = createHash('sha256')
    let bytes = 0
    for await (const piece of pieces) {
      whole.update(piece)
      bytes += piece.length
      yield piece
    }
    files.push({ name, bytes, sha256: whole.digest('hex') })
  }
  return { name, content: hashed(content) }
}
