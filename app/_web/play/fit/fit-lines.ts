type LineShape = {
  /** A column of lines is no narrower. */
  readonly width: number
  readonly height: number
  /** Lines may become as low as this where that lets all have a place. */
  readonly least?: number
  /** What stands above each column. */
  readonly head: number
  readonly gap: number
}

/** As few columns of lines as let all have a place, of the height they should have where there is place for that. */
export function fitLines(
  count: number,
  { width, height }: { width: number; height: number },
  shape: LineShape,
): { readonly columns: number; readonly lines: number; readonly height: number; readonly places: number } {
  const { least = shape.height, head, gap } = shape
  const most = Math.max(1, Math.floor((width + gap) / (shape.width + gap)))
  const linesOf = (lineHeight: number) => Math.max(1, Math.floor((height - head) / lineHeight + 1e-6))
  for (let columns = 1; columns <= most; columns++) {
    const lines = Math.ceil(count / columns)
    if (lines <= linesOf(shape.height)) return { columns, lines, height: shape.height, places: count }
  }
  const needed = (height - head) / Math.ceil(count / most)
  const lineHeight = Math.max(least, Math.min(shape.height, needed))
  const lines = linesOf(lineHeight)
  return { columns: most, lines, height: lineHeight, places: Math.min(count, lines * most) }
}
