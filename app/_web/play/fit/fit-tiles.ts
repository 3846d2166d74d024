import { fitGrid, type Grid, type TileShape } from './fit-grid'

/** How high the pager is, in units. */
const pagerHeight = 3.25
export const tileGap = 0.6

type Places = {
  readonly hasPages: boolean
  /** A page has so many, however small they become. */
  readonly leastPlaces: number
}

/**
 * The first form in which all tiles have a place, or the one in which most have one, above a pager.
 * @param width in units; the height likewise
 * @returns the index of the form, its columns, how wide and high a tile is and its picture, and how many have a place
 */
export function fitTiles(
  count: number,
  width: number,
  height: number,
  shapes: readonly TileShape[],
  { hasPages, leastPlaces }: Places,
) {
  const grids = shapes.map((shape) => fitGrid(count, { width, height, gap: tileGap }, shape))
  const all = grids.findIndex(
    (grid, form) => grid.places >= count && grid.picture >= (shapes[form]?.least ?? 0),
  )
  const space = { width, height: height - (all < 0 && hasPages ? pagerHeight : 0), gap: tileGap }
  const placesOf = (grids: readonly Grid[]) =>
    grids.map((grid, at) => (grid.picture >= (shapes[at]?.least ?? 0) ? grid.places : 0))
  // Where none has a place for all: the one that has it for the most; for the fewest that there have to be, the one with the largest.
  const roomy = shapes.map((shape) => fitGrid(count, space, shape))
  const isTight = Math.max(...placesOf(roomy)) < Math.min(leastPlaces, count)
  const paged = isTight
    ? shapes.map((shape) => fitGrid(Math.min(leastPlaces, count), space, { ...shape, least: 0 }))
    : roomy
  // A form that no tile has is never taken.
  const sizes = isTight
    ? paged.map(({ picture }, at) => (Number.isFinite(shapes[at]?.least) ? picture : 0))
    : placesOf(paged)
  const form = all >= 0 ? all : Math.max(0, sizes.indexOf(Math.max(...sizes)))
  const shape = shapes[form] ?? { least: 0 }
  const grid = paged[form] ?? fitGrid(count, space, shape)
  const { columns, picture, places } = grid
  const { below = 0, belowShare = 0, beside = 0 } = shape
  // What is written may be wider than the picture, up to its share of the width.
  const share = (width - tileGap * (columns - 1)) / columns
  return {
    ...{ form, columns, picture, places },
    tile: Math.min(share, Math.max(picture * 1.3, 12) + beside),
    height: picture * (1 + belowShare) + below,
  }
}
