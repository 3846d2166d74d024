import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { gzipSync } from 'node:zlib'

/** One line of a stroke file, as `samples-format/read-strokes` reads it back. y points down, t is in ms. */
export type DrawingLine = {
  readonly label: string
  readonly writer: string | null
  readonly strokes: readonly (readonly (readonly number[])[])[]
  readonly lookalike?: boolean
}

export async function writeStrokeFile(path: string, drawings: readonly DrawingLine[]): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, gzipSync(drawings.map((drawing) => `${JSON.stringify(drawing)}\n`).join('')))
}
