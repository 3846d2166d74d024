import { createReadStream } from 'node:fs'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Zip, ZipDeflate } from 'fflate'
import type { Prisma } from '#server/store/prisma'
import { type ExportOptions, writeExport } from './write-export'

/**
 * An export as one zip file, made piece by piece as the reader takes it: however many samples there are, memory holds one
 * piece. What it is made from on disk is gone when the reading ends, finished or given up.
 */
export async function* zipExport(
  prisma: Prisma,
  options: ExportOptions,
  workFolder: string = tmpdir(),
): AsyncGenerator<Uint8Array> {
  const parent = await mkdtemp(path.join(workFolder, 'digit-dash-export-'))
  try {
    const folder = path.join(parent, 'samples')
    await writeExport(prisma, folder, options)
    yield* zipFolder(folder)
  } finally {
    await rm(parent, { recursive: true })
  }
}

async function* zipFolder(folder: string): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = []
  const zip = new Zip((error, piece) => {
    if (error) throw error
    ready.push(piece)
  })
  for (const name of (await readdir(folder)).sort()) {
    const entry = new ZipDeflate(`samples/${name}`)
    zip.add(entry)
    for await (const piece of createReadStream(path.join(folder, name))) {
      entry.push(piece)
      yield* ready.splice(0)
    }
    entry.push(new Uint8Array(), true)
    yield* ready.splice(0)
  }
  zip.end()
  yield* ready.splice(0)
}
