import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { DataFileError } from '#models/data-file'
import { loadDrawings } from '#models/drawings-file'
import { loadPictures } from '#models/idx'
import { notADigit } from '#models/labels'
import { toUnit } from './augment-drawing'
import { type Examples, labelPictures } from './training-set'

const manifestSchema = z.object({
  files: z.array(z.object({ name: z.string(), sha256: z.string().regex(/^[0-9a-f]{64}$/) })),
})

/**
 * Reads exported samples: strokes (`*.ndjson`, plain or gzip) where there are any, else rasters (a pair of IDX files). What
 * `manifest.json` lists must be there, unchanged.
 *
 * @throws DataFileError naming the file that is missing, changed or not as it should be
 */
export async function loadSamples(folder: string): Promise<Examples> {
  await checkManifest(folder)
  const names = await readdir(folder)
  const drawings = names.filter((name) => /\.ndjson(\.gz)?$/.test(name)).sort()
  if (drawings.length > 0) return loadStrokes(drawings.map((name) => join(folder, name)))
  const images = names.find((name) => /images.*idx3/.test(name))
  const labels = names.find((name) => /labels.*idx1/.test(name))
  if (!images || !labels) throw new DataFileError(folder, 'holds neither NDJSON nor a pair of IDX files')
  const pictures = labelPictures(await loadPictures(join(folder, images), join(folder, labels), notADigit))
  return { pictures, digits: [], others: [] }
}

async function checkManifest(folder: string): Promise<void> {
  const path = join(folder, 'manifest.json')
  const text = await readFile(path, 'utf8').catch(() => {
    throw new DataFileError(path, 'there is no such file; exports come with one')
  })
  const manifest = manifestSchema.safeParse(parseJson(text))
  if (!manifest.success) throw new DataFileError(path, 'is no manifest of an export')
  for (const { name, sha256 } of manifest.data.files) {
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

async function loadStrokes(paths: readonly string[]): Promise<Examples> {
  const drawings = (await Promise.all(paths.map(loadDrawings))).flat()
  const drawn = drawings.filter(({ strokes }) => strokes.some((stroke) => stroke.length > 0))
  const labelled = drawn.map(({ label, strokes }) => ({
    label: /^[0-9]$/.test(label) ? Number(label) : notADigit,
    strokes: toUnit(strokes),
  }))
  return {
    pictures: [],
    digits: labelled.filter(({ label }) => label !== notADigit),
    others: labelled.filter(({ label }) => label === notADigit),
  }
}
