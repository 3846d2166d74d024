/** `npm run datasets`: lists the versions of datasets, or freezes the next one. */
import path from 'node:path'
import { CommandLineError, readCommandLine } from '#models/command-line'
import { datasetName } from '#models/samples-format/schema'
import { readConfig } from '#server/config'
import { explainStart } from '#server/host/data-folder/explain'
import { createLog } from '#server/host/log'
import { contributorKey } from '#server/host/secrets'
import { openDatabase } from '#server/store/connect'
import { freezeDataset } from '#server/store/datasets/freeze-dataset'
import { type DatasetVersion, listDatasets } from '#server/store/datasets/list-datasets'
import { renewDatasets } from '#server/store/datasets/renew-datasets'
import { type SampleFilter, sampleFilter } from '#server/store/samples/sample-filter'

const usage = 'npm run datasets [-- --freeze NAME [--digit 0-9] [--reason REASON]]'

function readOptions(): { freeze: string | null; filter: SampleFilter } {
  const { values } = readCommandLine(usage, {
    options: { freeze: { type: 'string' }, digit: { type: 'string' }, reason: { type: 'string' } },
  })
  const filter = sampleFilter.safeParse({
    ...(values.digit === undefined ? {} : { prompt: Number(values.digit) }),
    ...(values.reason === undefined ? {} : { reason: values.reason }),
  })
  if (!filter.success) throw new CommandLineError(`There is no such digit or reason: ${usage}`)
  if (values.freeze === undefined) return { freeze: null, filter: filter.data }
  const name = datasetName.safeParse(values.freeze)
  if (!name.success)
    throw new CommandLineError(`A name is of small letters, digits and dashes, such as spring-2026: ${usage}`)
  return { freeze: name.data, filter: filter.data }
}

async function run(): Promise<void> {
  const { freeze, filter } = readOptions()
  const config = readConfig()
  const log = createLog({ logLevel: 'warn' }, process.stderr)
  const { prisma, close } = await openDatabase(config, log).catch((error) => {
    throw new Error(explainStart(error, config.dataFolder))
  })
  try {
    const key = await contributorKey(config)
    await renewDatasets(prisma, key)
    if (freeze !== null) {
      const made = await freezeDataset(prisma, {
        name: freeze,
        filter,
        actor: 'command line',
        contributorKey: key,
      })
      console.log(`Frozen: ${made.name}@${made.version} with ${made.count} samples`)
      return
    }
    const versions = await listDatasets(prisma, path.resolve('models'))
    if (versions.length === 0) console.log(`There are no datasets yet. ${usage}`)
    for (const version of versions) console.log(linesOf(version))
  } finally {
    await close()
  }
}

function linesOf({
  name,
  version,
  createdAt,
  count,
  gold,
  contributors,
  sha256,
  withdrawn,
  touched,
}: DatasetVersion): string {
  const models = touched.length > 0 ? `, which trained ${touched.join(', ')}` : ''
  return [
    `${name}@${version}  ${createdAt.toISOString().slice(0, 10)}  ${count} samples of ${contributors} contributors, ${gold} of them only to measure with`,
    `  sha-256 ${sha256}`,
    ...(withdrawn > 0
      ? [`  without ${withdrawn} drawings that were withdrawn from the version before${models}`]
      : []),
  ].join('\n')
}

try {
  await run()
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
}
