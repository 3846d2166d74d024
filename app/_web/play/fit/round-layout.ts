import { fitGrid, type Grid } from './fit-grid'

/** Where the parts of a round's screen stand; lengths in units. */
export type RoundLayout = {
  /** Lying down: the pad is between two columns. Upright: all is above or below it. */
  readonly isWide: boolean
  readonly pad: number
  /** Of the column with the prompt. */
  readonly left: number
  /** Of the column with the others. */
  readonly right: number
  /** Undo and clear are below the prompt, not below the others. */
  readonly hasToolsLeft: boolean
  readonly lanes: Lanes
}

/** Tiles have a picture above the name, rows one beside it, bars none. */
export type Lanes = {
  readonly form: 'tile' | 'row' | 'bar'
  readonly columns: number
  readonly places: number
  readonly height: number
  /** Side of a picture. */
  readonly picture: number
}

export const laneGap = 0.5
const gap = 0.75
/** What a tile has below its picture. */
export const tileFoot = 3
/** No smaller: a name would not be readable. */
const leastTile = 6.5
const row = { width: 9.75, height: 3 }
const bar = { width: 6.25, height: 2.1, gap: 0.15 }
const none: Lanes = { form: 'bar', columns: 1, places: 0, height: 0, picture: 0 }

/** Of what all screens have: prompt, judge, tools, and what is between them. */
const uprightParts = { prompt: 4.5, judge: 4.75, tools: 2.75 }
/** The pad is never smaller than this share of the screen's short side. */
export const leastPadShare = 0.6
/** In place of the tools come the emotes, which take so many rows. */
export const usualToolRows = 3
/** What of the short side is not inside: edges, and lying down the time bar too. */
const outside = { upright: 1.5, wide: 2.5 }

function lanesIn(count: number, width: number, height: number): Lanes {
  const tiles = fitGrid(count, { width, height, gap: laneGap }, { below: tileFoot, least: leastTile })
  if (count > 0 && tiles.places === count && tiles.picture >= leastTile) {
    return {
      ...{ form: 'tile', columns: tiles.columns, places: count, height: heightOf(tiles) },
      picture: tiles.picture,
    }
  }
  const rows = linesIn('row', width, height, row.width, row.height, laneGap)
  if (rows.places >= count) return { ...rows, places: count }
  const bars = linesIn('bar', width, height, bar.width, bar.height, bar.gap)
  if (bars.places >= count) return { ...bars, places: count }
  return rows.places >= 4 ? rows : bars
}

function heightOf({ rows, picture }: Grid): number {
  return rows * (picture + tileFoot) + (rows - 1) * laneGap
}

function linesIn(
  form: Lanes['form'],
  width: number,
  height: number,
  leastWidth: number,
  lineHeight: number,
  between: number,
): Lanes {
  const columns = Math.floor((width + laneGap) / (leastWidth + laneGap))
  const lines = Math.floor((height + between) / (lineHeight + between))
  return {
    form,
    columns: Math.max(1, columns),
    places: Math.max(0, columns * lines),
    height: lineHeight,
    picture: row.height,
  }
}

/**
 * @param width of the screen without its edges and its time bar, in units; the height likewise
 * @param others how many canvases there are besides the own one; null for who watches, to whom all beside the prompt is shown
 * @param toolRows of the tools, where they are below the others
 */
export function layoutRound(
  { width, height }: { width: number; height: number },
  isLandscape: boolean,
  others: number | null,
  toolRows = usualToolRows,
): RoundLayout {
  return isLandscape ? layoutWide(width, height, others, toolRows) : layoutUpright(width, height, others ?? 0)
}

function layoutWide(width: number, height: number, rivals: number | null, toolRows: number): RoundLayout {
  const others = rivals ?? 0
  const left = Math.min(20, Math.max(9, width * 0.19))
  const hasToolsLeft = height >= 27 || rivals === null
  const lanesHeight = hasToolsLeft ? height : height - toolRows * (uprightParts.tools + gap)
  const largest = Math.min(height, width - left - 7.5 - 2 * gap)
  const layoutWith = (pad: number): RoundLayout => {
    const right = width - left - pad - 2 * gap
    return { isWide: true, pad, left, right, hasToolsLeft, lanes: lanesIn(others, right, lanesHeight) }
  }
  // The largest pad beside which all others have a place, where there is one; a phone shows those that matter.
  const isPhone = height < 27
  const least = (height + outside.wide) * leastPadShare
  for (let pad = largest; pad >= least && !isPhone; pad -= 0.5) {
    const layout = layoutWith(pad)
    if (layout.lanes.places >= others) return layout
  }
  return layoutWith(largest)
}

function layoutUpright(width: number, height: number, others: number): RoundLayout {
  const { prompt, judge, tools } = uprightParts
  const rest = height - prompt - judge - tools - 3 * gap
  const least = (width + outside.upright) * leastPadShare
  const layoutWith = (lanes: Lanes): RoundLayout => {
    const lines = Math.ceil(lanes.places / lanes.columns)
    const between = lanes.form === 'bar' ? bar.gap : laneGap
    const lanesHeight = lanes.form === 'tile' ? lanes.height : lines * lanes.height + (lines - 1) * between
    const pad = Math.min(width, rest - (lanes.places > 0 ? lanesHeight + gap : 0))
    return { isWide: false, pad, left: width, right: width, hasToolsLeft: false, lanes }
  }
  if (others === 0) return layoutWith(none)
  // What the pad leaves when it is as wide as the screen, or two lines of rows, or two of bars, or nothing.
  const spare = rest - width - gap
  const roomy = lanesIn(others, width, spare)
  if (spare > 6 && roomy.places >= others) return layoutWith(roomy)
  for (const height of [
    Math.max(spare, 2 * row.height + laneGap),
    row.height,
    2 * bar.height + bar.gap,
    bar.height,
  ]) {
    const found = lanesIn(others, width, height)
    const layout = layoutWith({ ...found, places: Math.min(found.places, others) })
    if (layout.lanes.places > 0 && layout.pad >= least) return layout
  }
  return layoutWith(none)
}
