/** A tile is a square picture with something below or beside it; all lengths in one unit. */
export type TileShape = {
  /** What stands below the picture: so high, and by so much of the picture's width higher. */
  readonly below?: number
  readonly belowShare?: number
  /** What stands beside it: so wide. */
  readonly beside?: number
  /** No picture is smaller than this. */
  readonly least: number
  /** And no column narrower than this. */
  readonly across?: number
}

type Space = { readonly width: number; readonly height: number; readonly gap: number }

export type Grid = {
  readonly columns: number
  readonly rows: number
  /** Side of a picture. */
  readonly picture: number
  /** How many tiles there is room for; the others are on further pages. */
  readonly places: number
}

/** The columns in which so many tiles have the largest pictures; fewer tiles where they would become too small. */
export function fitGrid(count: number, { width, height, gap }: Space, shape: TileShape): Grid {
  const { below = 0, belowShare = 0, beside = 0, least, across: narrowest = 0 } = shape
  let best: Grid = { columns: 1, rows: 1, picture: 0, places: 1 }
  for (let columns = 1; columns <= Math.max(1, count); columns++) {
    const rows = Math.max(1, Math.ceil(count / columns))
    const across = (width - gap * (columns - 1)) / columns
    const down = ((height - gap * (rows - 1)) / rows - below) / (1 + belowShare)
    const picture = Math.min(across - beside, down)
    if (columns > 1 && across < narrowest) break
    if (picture > best.picture) best = { columns, rows, picture, places: count }
  }
  if (best.picture >= least || count <= 1) return best
  const columns = Math.floor((width + gap) / (Math.max(least + beside, narrowest) + gap))
  const rows = Math.floor((height + gap) / (least * (1 + belowShare) + below + gap))
  const places = Math.max(1, columns * rows)
  return places >= count ? best : fitGrid(places, { width, height, gap }, { ...shape, least: 0 })
}
