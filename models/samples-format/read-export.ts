import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { DataFileError } from '#models/data-file'
import { findIdxPair } from './idx-names'
import { type CheckedManifest, checkedManifest, exportFiles, split } from './schema'

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

const indexLine = z.object({ id: z.uuid(), writer: z.string(), split })

/** Which sample each picture is that an export gives to learn from, and whose, in their order; null in exports of before 0.10.0. */
export async function readPictureIndex(folder: string): Promise<{ id: string; writer: string }[] | null> {
  const path = join(folder, exportFiles.index)
  const text = await readFile(path, 'utf8').catch(() => null)
  if (text === null) return null
  const lines = text.split('\n').filter(Boolean)
  const entries = lines.map((line, index) => {
    try {
      return indexLine.parse(JSON.parse(line))
    } catch {
      throw new DataFileError(path, `line ${index + 1}: is none of an index`)
    }
  })
  return entries.filter((entry) => entry.split === 'train')
}

/** What the manifest in a folder says; null where it is none of an export, undefined where there is no such file. */
export async function findManifest(folder: string): Promise<CheckedManifest | null | undefined> {
  const text = await readFile(join(folder, exportFiles.manifest), 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  try {
    return checkedManifest.parse(JSON.parse(text))
  } catch {
    return null
  }
}
