/** `npm run export -- --out DIR`: writes samples as files, also while a server runs. */
import { rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { SingleBar } from 'cli-progress'
import { CommandLineError, readCommandLine } from '#models/command-line'
import { type ExportFormat, exportFormats } from '#models/samples-format/formats'
import { datasetName, type Manifest } from '#models/samples-format/schema'
import { ConfigError, readConfig } from '#server/config'
import { explainStart } from '#server/host/data-folder/explain'
import { createLog } from '#server/host/log'
import { contributorKey } from '#server/host/secrets'
import { openDatabase } from '#server/store/connect'
import { renewDatasets } from '#server/store/datasets/renew-datasets'
import type { ExportScope } from '#server/store/samples/prepare-export'
import { writeExport } from '#server/store/samples/write-export'

const usage = `npm run export -- --out DIR [--format ${exportFormats.join(',')}] [--unreviewed | --dataset NAME[@VERSION]]`

type Options = { out: string; formats: ExportFormat[]; scope: ExportScope }

/** Out of one folder training takes strokes, evaluation and other programs take pictures. */
const usualFormats: readonly ExportFormat[] = ['idx', 'ndjson']

function readOptions(): Options {
  const { values } = readCommandLine(usage, {
    options: {
      out: { type: 'string' },
      to: { type: 'string' },
      format: { type: 'string' },
      dataset: { type: 'string' },
      unreviewed: { type: 'boolean', default: false },
    },
  })
  const out = values.out ?? values.to
  if (!out) throw new CommandLineError(`Say where to: ${usage}`)
  if (values.dataset !== undefined && values.unreviewed)
    throw new CommandLineError(`A dataset holds only what was reviewed: ${usage}`)
  const formats = (values.format ?? usualFormats.join()).split(',').map((name) => {
    const format = exportFormats.find((known) => known === name)
    if (!format) throw new CommandLineError(`There is no format ${name}: ${usage}`)
    return format
  })
  const scope = values.dataset === undefined ? everything(!values.unreviewed) : readDataset(values.dataset)
  return { out: path.resolve(out), formats: [...new Set(formats)], scope }
}

const everything = (onlyReviewed: boolean): ExportScope => ({ filter: {}, onlyReviewed })

function readDataset(text: string): ExportScope {
  const [name, version] = text.split('@')
  const dataset = datasetName.safeParse(name)
  const number = version === undefined ? undefined : Number(version)
  const isNumber = number === undefined || (Number.isSafeInteger(number) && number > 0)
  if (!dataset.success || !isNumber)
    throw new CommandLineError(`"${text}" is no name of a dataset, such as spring or spring@2: ${usage}`)
  return { dataset: dataset.data, version: number }
}

async function exportSamples(signal: AbortSignal): Promise<Manifest> {
  const { out, formats, scope } = readOptions()
  if (await stat(out).catch(() => undefined))
    throw new ConfigError(`${out} is there already. Name a new folder.`)
  const config = readConfig()
  const log = createLog({ logLevel: 'warn' }, process.stderr)
  const database = await openDatabase(config, log, undefined, signal).catch((error) => {
    throw new Error(explainStart(error, config.dataFolder))
  })
  const draft = `${out}.${process.pid}`
  const bar = new SingleBar({
    format: '{bar} {value} of {total} samples | {eta_formatted} left',
    noTTYOutput: true,
    notTTYSchedule: 10_000,
    stream: process.stderr,
  })
  try {
    const key = await contributorKey(config)
    if ('dataset' in scope) tellRenewed(await renewDatasets(database.prisma, key))
    const manifest = await writeExport(
      database.prisma,
      draft,
      { formats, scope, contributorKey: key },
      (done, total) => {
        signal.throwIfAborted()
        if (!bar.isActive) bar.start(total, 0)
        if (done % 100 === 0 || done === total) bar.update(done)
      },
    )
    await rename(draft, out)
    return manifest
  } finally {
    bar.stop()
    await rm(draft, { recursive: true, force: true })
    await database.close()
  }
}

function tellRenewed(versions: Awaited<ReturnType<typeof renewDatasets>>): void {
  for (const { name, version } of versions)
    console.log(`Drawings were withdrawn from ${name}@${version - 1}; ${name}@${version} is without them.`)
}

function report(manifest: Manifest): void {
  const { count, unreviewed, leftOut, contributors, filter, splits, dataset, files } = manifest
  if (dataset) console.log(`Dataset ${dataset.name}@${dataset.version}, sha-256 ${dataset.sha256}`)
  console.log(
    filter.onlyReviewed
      ? `${count} reviewed samples of ${contributors} contributors${dataset ? '' : '; --unreviewed writes the others too, marked'}`
      : `${count} samples of ${contributors} contributors, ${unreviewed} not reviewed: labelled with what was asked for`,
  )
  if (splits)
    console.log(`${splits.train} to learn from, ${splits.gold} only to measure with, split by contributor`)
  if (leftOut > 0) console.log(`${leftOut} more are left out: of one contributor only so many are taken`)
  const listed = files.filter(({ name }) => !name.endsWith('.png'))
  for (const { name, bytes } of listed) console.log(`  ${name}  ${bytes} bytes`)
  if (listed.length < files.length) console.log(`  and ${files.length - listed.length} pictures`)
}

const cancelling = new AbortController()
// What is written so far is removed on the way out.
for (const name of ['SIGINT', 'SIGTERM'] as const)
  process.once(name, () => cancelling.abort(new Error('Cancelled: nothing is left of it.')))

try {
  report(await exportSamples(cancelling.signal))
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
}
