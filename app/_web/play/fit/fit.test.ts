import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fitGrid } from './fit-grid'
import { fitLines } from './fit-lines'
import { fitTiles } from './fit-tiles'
import { lanesThatMatter } from './lanes-that-matter'
import { paginate } from './paginate'
import { layoutRound, leastPadShare } from './round-layout'

const length = fc.double({ min: 5, max: 120, noNaN: true })
const count = fc.integer({ min: 1, max: 40 })

describe('fitGrid', () => {
  test('tiles: as many as it has places for fit, whatever the space', () => {
    fc.assert(
      fc.property(count, length, length, length, (items, width, height, below) => {
        const shape = { below: below / 12, belowShare: 0.1, least: 4 }
        const { columns, rows, picture, places } = fitGrid(items, { width, height, gap: 0.5 }, shape)
        fc.pre(picture > 0)
        expect(columns * rows).toBeGreaterThanOrEqual(places)
        expect(columns * picture + (columns - 1) * 0.5).toBeLessThanOrEqual(width + 1e-6)
        const tile = picture * 1.1 + shape.below
        expect(rows * tile + (rows - 1) * 0.5).toBeLessThanOrEqual(height + 1e-6)
        expect(places === items || picture >= 4 || places === 1).toBe(true)
      }),
    )
  })

  test('tiles: no column is narrower than its names need, also where not all have a place', () => {
    fc.assert(
      fc.property(count, length, length, (items, width, height) => {
        const shape = { below: 4, least: 3, across: 6 }
        const { columns } = fitGrid(items, { width, height, gap: 0.5 }, shape)
        fc.pre(columns > 1)
        expect((width - 0.5 * (columns - 1)) / columns).toBeGreaterThanOrEqual(6 - 1e-6)
      }),
    )
  })

  test('tiles: a television twice as wide as high shows eight in two rows', () => {
    expect(fitGrid(8, { width: 60, height: 30, gap: 0 }, { least: 4 })).toMatchObject({ columns: 4, rows: 2 })
  })
})

describe('fitTiles', () => {
  const shapes = [{ below: 6, least: 9 }, { least: Number.POSITIVE_INFINITY }, { below: 4, least: 5 }]

  test('tiles: where one stays on each page, two have a place however small, in a form that tiles have', () => {
    const places = { hasPages: true, leastPlaces: 2 }
    const fitted = fitTiles(24, 15, 9, shapes, places)
    expect(fitted).toMatchObject({ form: 2, places: 2 })
    expect(fitted.height).toBeLessThanOrEqual(9 - 3)
    expect(fitTiles(24, 15, 40, shapes, places).places).toBeGreaterThan(2)
  })

  test('tiles: the first form in which all have a place is taken', () => {
    const places = { hasPages: true, leastPlaces: 1 }
    expect(fitTiles(2, 40, 30, shapes, places)).toMatchObject({ form: 0, places: 2 })
    expect(fitTiles(12, 40, 30, shapes, places)).toMatchObject({ form: 2, places: 12 })
  })
})

describe('fitLines', () => {
  const shape = { width: 10, height: 2, head: 1, gap: 1 }

  test('lines: one column as long as it is high enough, then more, then pages', () => {
    expect(fitLines(5, { width: 32, height: 11 }, shape)).toMatchObject({ columns: 1, places: 5 })
    expect(fitLines(12, { width: 32, height: 11 }, shape)).toMatchObject({ columns: 3, places: 12 })
    expect(fitLines(40, { width: 32, height: 11 }, shape)).toMatchObject({ columns: 3, places: 15 })
  })

  test('lines: where they may be lower, all have a place', () => {
    expect(fitLines(27, { width: 32, height: 11 }, { ...shape, least: 1 })).toMatchObject({ places: 27 })
  })
})

describe('pagination', () => {
  test('pages: what is one’s own is on each, and all others are on one', () => {
    fc.assert(
      fc.property(count, fc.integer({ min: 2, max: 12 }), fc.nat(39), (items, places, own) => {
        const list = Array.from({ length: items }, (_, item) => item)
        const isOwn = (item: number) => item === own % items
        const { pages } = paginate(list, places, 0, isOwn)
        const shown = Array.from({ length: pages }, (_, page) => paginate(list, places, page, isOwn).shown)
        for (const page of shown) {
          expect(page.some(isOwn)).toBe(true)
          expect(page.length).toBeLessThanOrEqual(places)
          expect(page).toEqual([...page].sort((one, other) => one - other))
        }
        expect(new Set(shown.flat()).size).toBe(items)
      }),
    )
  })
})

describe('lanesThatMatter', () => {
  const others = Array.from({ length: 20 }, (_, canvas) => ({ canvas, score: canvas * 100 }))

  test('lanes: where all have a place, all are shown', () => {
    expect(lanesThatMatter(others, 950, 20)).toEqual(others.map(({ canvas }) => canvas))
  })

  test('lanes: of many, who leads and who is next to the player are shown', () => {
    expect(lanesThatMatter(others, 950, 4)).toEqual([9, 10, 18, 19])
    expect(lanesThatMatter(others, 5_000, 4)).toEqual([16, 17, 18, 19])
    expect(lanesThatMatter(others, 0, 2)).toContain(19)
  })
})

describe('layoutRound', () => {
  /** All screens in units (fit.css), without their edges and the time bar. */
  const units = (least: number) => fc.double({ min: least, max: 90, noNaN: true })
  const more = fc.double({ min: 1, max: 2.5, noNaN: true })
  const wide = fc.tuple(units(20), more).map(([height, times]) => ({
    ...{ height, width: Math.max(36, 19.6 + 0.61 * height, height + 0.1) * times },
  }))
  const upright = fc.tuple(units(17), more).map(([width, times]) => ({
    ...{ width, height: Math.max(28, 16.8 + 0.61 * width, width + 0.1) * times },
  }))
  const screen = fc.oneof(wide, upright)
  const inside = ({ width, height }: { width: number; height: number }) => ({
    ...{ width: width - 1.5, height: height - 2.5 },
  })

  test('pad: never under 60 % of the short side, with however many others', () => {
    fc.assert(
      fc.property(screen, fc.integer({ min: 0, max: 39 }), (whole, others) => {
        const { pad, isWide, left, right } = layoutRound(inside(whole), whole.width > whole.height, others)
        expect(pad / Math.min(whole.width, whole.height)).toBeGreaterThanOrEqual(leastPadShare)
        if (isWide) expect(left + pad + right).toBeLessThanOrEqual(whole.width - 1.5)
      }),
      { examples: [[{ width: 17, height: 29.644 }, 1]] },
    )
  })

  test('others: a desktop and a tablet lying down show a class, a phone those that matter', () => {
    const places = (width: number, height: number) =>
      layoutRound({ width, height }, width > height, 39).lanes.places
    expect(places(88.5, 53.5)).toBe(39)
    expect(places(62.5, 45.5)).toBe(39)
    expect(places(40, 21)).toBeGreaterThanOrEqual(4)
    expect(places(40, 21)).toBeLessThan(39)
    expect(places(21, 37)).toBeGreaterThanOrEqual(4)
  })
})
