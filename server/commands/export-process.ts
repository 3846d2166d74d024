/** What `startExport` starts: writes an export as a zip to its standard output, and says by messages how far it is. */
import { once } from 'node:events'
import { constants } from 'node:os'
import { gathered } from '#models/samples-format/chunks'
import type { ExportEntry } from '#models/samples-format/exported-sample'
import { ExportChangedError, exportEntries } from '#models/samples-format/write-export'
import { zipOf } from '#models/samples-format/zip'
import { readConfig } from '#server/config'
import { createLog } from '#server/host/log'
import { lowerPriority } from '#server/host/lower-priority'
import { openDatabase } from '#server/store/connect'
import { DatasetError } from '#server/store/datasets/dataset-error'
import type { ExportMessage, ExportStart } from '#server/store/samples/export-messages'
import { prepareExport } from '#server/store/samples/prepare-export'

/** One to read, one to see that the database answers. */
const connections = 2
const progressMs = 250

const tell = (message: ExportMessage) => {
  if (process.connected) process.send?.(message)
}

async function* inFolder(entries: AsyncIterable<ExportEntry>, folder: string): AsyncGenerator<ExportEntry> {
  for await (const { name, content } of entries) yield { name: `${folder}/${name}`, content }
}

/** In large writes: of a small file each part of the zip would be one. */
async function write(pieces: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const chunk of gathered(pieces))
    if (!process.stdout.write(chunk)) await once(process.stdout, 'drain')
}

async function exportTo({ options, workFolder, folder }: ExportStart): Promise<void> {
  const log = createLog({ logLevel: 'warn' }, process.stderr)
  const database = await openDatabase({ ...readConfig(), databasePool: connections }, log)
  try {
    let done = 0
    const { request, total } = await prepareExport(database.prisma, options, () => void done++)
    const say = () => tell({ type: 'progress', done, total })
    say()
    const timer = setInterval(say, progressMs)
    const entries = exportEntries(request, workFolder)
    const { createdAt = new Date() } = request.told
    await write(zipOf(inFolder(entries, folder), createdAt))
    clearInterval(timer)
    say()
  } finally {
    await database.close()
  }
}

// Nobody is there to read, or to end this.
process.once('disconnect', () => process.exit())
process.stdout.on('error', () => process.exit())
lowerPriority(constants.priority.PRIORITY_LOW)
try {
  const [start] = (await once(process, 'message')) as [ExportStart]
  await exportTo(start)
  tell({ type: 'done' })
} catch (error) {
  const isForPeople = error instanceof DatasetError || error instanceof ExportChangedError
  tell({ type: 'failed', message: (error as Error).message, isForPeople })
  if (!isForPeople) console.error(error)
  process.exitCode = 1
}
process.disconnect()
