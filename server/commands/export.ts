/** `npm run export -- --out DIR`: writes samples as files, also while a server runs. */
import { rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import pino from 'pino'
import pretty from 'pino-pretty'
import { CommandLineError, readCommandLine } from '#models/command-line'
import type { Manifest } from '#models/samples-format/schema'
import { type ExportFormat, exportFormats } from '#models/samples-format/write-export'
import { ConfigError, readConfig } from '#server/config'
import { explainStart } from '#server/host/data-folder/explain'
import { contributorKey } from '#server/host/secrets'
import { openDatabase } from '#server/store/connect'
import { writeExport } from '#server/store/samples/write-export'

const usage = `npm run export -- --out DIR [--format ${exportFormats.join(',')}] [--unreviewed]`

function readOptions(): { out: string; formats: ExportFormat[]; onlyReviewed: boolean } {
  const { values } = readCommandLine(usage, {
    options: {
      out: { type: 'string' },
      format: { type: 'string' },
      unreviewed: { type: 'boolean', default: false },
    },
  })
  if (!values.out) throw new CommandLineError(`Say where to: ${usage}`)
  const formats = (values.format ?? exportFormats.join()).split(',').map((name) => {
    const format = exportFormats.find((known) => known === name)
    if (!format) throw new CommandLineError(`There is no format ${name}: ${usage}`)
    return format
  })
  return { out: path.resolve(values.out), formats, onlyReviewed: !values.unreviewed }
}

async function exportSamples(): Promise<Manifest> {
  const { out, formats, onlyReviewed } = readOptions()
  if (await stat(out).catch(() => undefined))
    throw new ConfigError(`${out} is there already. Name a new folder.`)
  const log = pino({ level: 'warn' }, pretty({ sync: true, ignore: 'pid,hostname', destination: 2 }))
  const config = readConfig()
  const database = await openDatabase(config, log).catch((error) => {
    throw new Error(explainStart(error, config.dataFolder))
  })
  const draft = `${out}.${process.pid}`
  try {
    const manifest = await writeExport(database.prisma, draft, {
      formats,
      onlyReviewed,
      filter: {},
      contributorKey: await contributorKey(config),
    })
    await rename(draft, out)
    return manifest
  } finally {
    await rm(draft, { recursive: true, force: true })
    await database.close()
  }
}

try {
  const { count, unreviewed, leftOut, contributors, filter, files } = await exportSamples()
  console.log(
    filter.onlyReviewed
      ? `${count} reviewed samples of ${contributors} contributors; --unreviewed writes the others too, marked`
      : `${count} samples of ${contributors} contributors, ${unreviewed} not reviewed: labelled with what was asked for`,
  )
  if (leftOut > 0) console.log(`${leftOut} more are left out: of one contributor only so many are taken`)
  for (const { name, bytes } of files) console.log(`  ${name}  ${bytes} bytes`)
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
}
