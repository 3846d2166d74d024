import { z } from 'zod'
import { DataFileError, readDataFile } from './data-file'

type InkPoint = { readonly x: number; readonly y: number; readonly t: number | null }

/** One line of an NDJSON file of strokes. `t` is in ms where the source had times. */
export type RecordedDrawing = {
  readonly label: string
  readonly writer: string | null
  readonly strokes: readonly (readonly InkPoint[])[]
  /** It is no digit, but may fairly be read as one. */
  readonly isLookalike: boolean
}

const pointSchema = z.union([
  z.tuple([z.number(), z.number()]),
  z.tuple([z.number(), z.number(), z.number()]),
])
const lineSchema = z.object({
  label: z.string(),
  writer: z.string().nullish(),
  strokes: z.array(z.array(pointSchema)),
  /** Units an inch, across and down: where they differ, the drawing comes out squeezed unless it is scaled back. */
  ppi: z.tuple([z.number().positive(), z.number().positive()]).optional(),
  lookalike: z.boolean().optional(),
})

/**
 * Reads drawings, one JSON object a line, plain or gzip.
 *
 * @throws DataFileError naming the line that is no drawing
 */
export async function loadDrawings(path: string): Promise<RecordedDrawing[]> {
  const lines = (await readDataFile(path)).toString('utf8').split('\n')
  if (lines.at(-1) === '') lines.pop()
  return lines.map((line, index) => readLine(line, `${index + 1}`, path))
}

function readLine(line: string, number: string, path: string): RecordedDrawing {
  const parsed = lineSchema.safeParse(parseJson(line, number, path))
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new DataFileError(path, `line ${number}: ${issue?.path.join('.')}: ${issue?.message}`)
  }
  const { label, writer, strokes, ppi = [1, 1], lookalike } = parsed.data
  const stretch = ppi[1] / ppi[0]
  return {
    label,
    writer: writer ?? null,
    strokes: strokes.map((stroke) => stroke.map(([x, y, t]) => ({ x: x * stretch, y, t: t ?? null }))),
    isLookalike: lookalike ?? false,
  }
}

function parseJson(line: string, number: string, path: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    throw new DataFileError(path, `line ${number}: not JSON, or cut off`)
  }
}
