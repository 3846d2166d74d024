import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { moveInGrid } from './move-in-grid'

const rule = /\.moves-in-grid \{([^}]*)\}/.exec(readFileSync(`${import.meta.dirname}/fit.css`, 'utf8'))?.[1]

test('moving in a grid: a cell is seen as many cells away as its place is, across and down', () => {
  const { translate } = moveInGrid(1, 6, 4)
  expect(translate).toMatch(/^calc\(1 \* var\(--forth.*\) calc\(1 \* /)
  expect(moveInGrid(7, 0, 4).translate).toMatch(/^calc\(-3 \* var\(--forth.*\) calc\(-1 \* /)
})

test('moving in a grid: what places a cell glides by its rule, and nothing else is animated', () => {
  const [placed = '', ...others] = Object.keys(moveInGrid(0, 1, 2))
  expect(others).toEqual([])
  expect(rule).toMatch(new RegExp(`^\\s*transition: ${placed} [\\d.]+s [^,]*;\\s*$`))
})
