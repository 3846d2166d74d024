import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

export type LineOfExport = {
  readonly label: string
  readonly writer: string
  readonly strokes: readonly (readonly (readonly number[])[])[]
  readonly [field: string]: unknown
}

/** Writes reviewed drawings as an export does, with a manifest, into a new folder. */
export async function writeSamples(folder: string, drawings: readonly LineOfExport[]): Promise<string> {
  await mkdir(folder)
  const text = drawings.map((drawing) => `${JSON.stringify({ reviewed: true, ...drawing })}\n`).join('')
  await writeFile(join(folder, 'samples.ndjson'), text)
  const sha256 = createHash('sha256').update(text).digest('hex')
  const manifest = { files: [{ name: 'samples.ndjson', sha256 }] }
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest))
  return folder
}
