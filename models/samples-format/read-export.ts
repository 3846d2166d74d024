import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DataFileError } from '#models/data-file'
import { checkedManifest, exportFiles, sampleLine } from './schema'

const lineWithId = sampleLine.pick({ id: true })

/** Where the samples of an export are: as strokes, in one file or several, or as one pair of IDX files. */
export type ExportContents =
  | { readonly strokes: readonly string[] }
  | { readonly images: string; readonly labels: string }

/**
 * Finds the files of an export, strokes (`*.ndjson`, plain or gzip) where there are any, else rasters (a pair of IDX files).
 * What `manifest.json` lists must be there, unchanged.
 *
 * @throws DataFileError naming the file that is missing or changed
 */
export async function findExport(folder: string): Promise<ExportContents> {
  await checkManifest(folder)
  const names = await readdir(folder)
  const strokes = names.filter((name) => /\.ndjson(\.gz)?$/.test(name)).sort()
  if (strokes.length > 0) return { strokes: strokes.map((name) => join(folder, name)) }
  const images = names.find((name) => /images.*idx3/.test(name))
  const labels = names.find((name) => /labels.*idx1/.test(name))
  if (!images || !labels) throw new DataFileError(folder, 'holds neither NDJSON nor a pair of IDX files')
  return { images: join(folder, images), labels: join(folder, labels) }
}

async function checkManifest(folder: string): Promise<void> {
  const path = join(folder, exportFiles.manifest)
  const text = await readFile(path, 'utf8').catch(() => {
    throw new DataFileError(path, 'there is no such file; exports come with one')
  })
  const found = checkedManifest.safeParse(parseJson(text))
  if (!found.success) throw new DataFileError(path, 'is no manifest of an export')
  for (const { name, sha256 } of found.data.files) {
    const bytes = await readFile(join(folder, name)).catch(() => {
      throw new DataFileError(join(folder, name), 'is in the manifest, but missing')
    })
    if (createHash('sha256').update(bytes).digest('hex') !== sha256) {
      throw new DataFileError(join(folder, name), 'is not the file the manifest speaks of (sha256 differs)')
    }
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** The ids of the samples of an export with strokes; rasters alone do not say which samples they were. */
export async function readSampleIds(folder: string): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.ndjson'))
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))
  const lines = texts.flatMap((text) => text.split('\n').filter(Boolean))
  return lines.flatMap((line) => lineWithId.safeParse(JSON.parse(line)).data?.id ?? [])
}
