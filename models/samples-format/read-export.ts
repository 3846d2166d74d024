import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DataFileError, readDataFile } from '#models/data-file'
import { findIdxPair } from './idx-names'
import { findManifest } from './manifest'
import { exportFiles, sampleLine } from './schema'

const lineWithId = sampleLine.pick({ id: true })

/** Where the samples of an export are: as strokes, in one file or several, or as one pair of IDX files. */
export type ExportContents =
  | { readonly strokes: readonly string[] }
  | { readonly images: string; readonly labels: string }

/**
 * Finds the files of an export, strokes (`*.ndjson`, plain or gzip) where there are any, else rasters (a pair of IDX files).
 * Only what `manifest.json` lists counts, and it must be there, unchanged.
 *
 * @throws DataFileError naming the file that is missing or changed
 */
export async function findExport(folder: string): Promise<ExportContents> {
  const names = await checkManifest(folder)
  const strokes = names.filter((name) => /\.ndjson(\.gz)?$/.test(name)).sort()
  if (strokes.length > 0) return { strokes: strokes.map((name) => join(folder, name)) }
  const pair = findIdxPair(names)
  if (!pair) throw new DataFileError(folder, 'holds neither NDJSON nor a pair of IDX files')
  return { images: join(folder, pair.images), labels: join(folder, pair.labels) }
}

/** @returns the names of the files that the manifest lists */
async function checkManifest(folder: string): Promise<string[]> {
  const path = join(folder, exportFiles.manifest)
  const found = await findManifest(folder)
  if (found === undefined) throw new DataFileError(path, 'there is no such file; exports come with one')
  if (found === null) throw new DataFileError(path, 'is no manifest of an export')
  for (const { name, sha256 } of found.files) {
    const bytes = await readFile(join(folder, name)).catch(() => {
      throw new DataFileError(join(folder, name), 'is in the manifest, but missing')
    })
    if (createHash('sha256').update(bytes).digest('hex') !== sha256) {
      throw new DataFileError(join(folder, name), 'is not the file the manifest speaks of (sha256 differs)')
    }
  }
  return found.files.map(({ name }) => name)
}

/** The ids of the samples of an export, from its strokes or from the index of its pictures; those of before 0.10.0 had none. */
export async function readSampleIds(folder: string): Promise<string[]> {
  const all = await readdir(folder)
  const strokes = all.filter((name) => /\.ndjson(\.gz)?$/.test(name))
  const names = strokes.length > 0 ? strokes : all.filter((name) => name === exportFiles.index)
  const files = await Promise.all(names.map((name) => readDataFile(join(folder, name))))
  const lines = files.flatMap((bytes) => bytes.toString('utf8').split('\n').filter(Boolean))
  return lines.flatMap((line) => lineWithId.safeParse(JSON.parse(line)).data?.id ?? [])
}
