import { DataFileError, readDataFile } from '#models/data-file'
import { controlReason, exportSource, strokeLine } from './schema'
import { type LabelOptions, refuseUnreviewed } from './unreviewed'

type InkPoint = { readonly x: number; readonly y: number; readonly t: number | null }

/** One line of an NDJSON file of strokes. `t` is in ms where the source had times. */
export type RecordedDrawing = {
  /** Of players' drawings. */
  readonly id?: string
  readonly label: string
  readonly writer: string | null
  readonly strokes: readonly (readonly InkPoint[])[]
  /** It is no digit, but may fairly be read as one. */
  readonly isLookalike: boolean
  /** [C11] Whether people agreed on the label; null in the public sets, whose labels are their publishers'. */
  readonly isReviewed: boolean | null
  /** [C15] Whether it is a sample of the control share. */
  readonly isControl: boolean
}

/**
 * Reads drawings, one JSON object a line, plain or gzip.
 *
 * @throws DataFileError naming the line that is no drawing, or saying how many of players' drawings are not reviewed [C11]
 */
export async function loadDrawings(path: string, options: LabelOptions = {}): Promise<RecordedDrawing[]> {
  const lines = (await readDataFile(path)).toString('utf8').split('\n')
  if (lines.at(-1) === '') lines.pop()
  const drawings = lines.map((line, index) => readLine(line, `${index + 1}`, path))
  const unreviewed = drawings.filter(({ isReviewed }) => isReviewed === false).length
  refuseUnreviewed(path, { unreviewed, count: drawings.length }, options)
  return drawings
}

function readLine(line: string, number: string, path: string): RecordedDrawing {
  const parsed = strokeLine.safeParse(parseJson(line, number, path))
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new DataFileError(path, `line ${number}: ${issue?.path.join('.')}: ${issue?.message}`)
  }
  const { id, label, writer, strokes, ppi = [1, 1], lookalike, ...told } = parsed.data
  const { source, reviewed, reason, reasons } = told
  const stretch = ppi[1] / ppi[0]
  return {
    ...(id !== undefined && { id }),
    label,
    writer: writer ?? null,
    strokes: strokes.map((stroke) => stroke.map(([x, y, t]) => ({ x: x * stretch, y, t: t ?? null }))),
    isLookalike: lookalike ?? false,
    isReviewed: reviewed ?? (source === exportSource ? false : null),
    isControl: (reasons ?? [reason]).includes(controlReason),
  }
}

function parseJson(line: string, number: string, path: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    throw new DataFileError(path, `line ${number}: not JSON, or cut off`)
  }
}
