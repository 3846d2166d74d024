import { expect, test } from 'vitest'
import { outlineOf, playerPen } from './outline'

const stroke = Array.from({ length: 60 }, (_, at) => [200 + 7.3 * at, 500 + 180 * Math.sin(at / 6)] as const)

/** Where the outline ends each of its curves. */
function endsOf(outline: string): [x: number, y: number][] {
  let [atX, atY] = [0, 0]
  return outline
    .replace('z', '')
    .split(/(?=[mq])/)
    .map((step) => {
      const numbers = step.slice(1).split(' ').map(Number)
      atX += numbers.at(-2) ?? 0
      atY += numbers.at(-1) ?? 0
      return [atX, atY]
    })
}

test('outline: a coarse one stays within a tenth of the pen of the fine one, in less text', () => {
  const [fine, coarse] = [outlineOf(stroke, playerPen), outlineOf(stroke, playerPen, 'coarse')]
  const ends = endsOf(fine)
  const distances = endsOf(coarse).map(([x, y]) =>
    Math.min(...ends.map(([otherX, otherY]) => Math.hypot(x - otherX, y - otherY))),
  )
  expect(distances.length).toBeGreaterThan(50)
  expect(Math.max(...distances)).toBeLessThan(playerPen.size / 10)
  expect(coarse.length).toBeLessThan(fine.length * 0.7)
})

test('outline: it is one closed figure, and none where nothing was drawn', () => {
  expect(outlineOf(stroke, playerPen)).toMatch(/^m[^mz]+z$/)
  expect(outlineOf([], playerPen)).toBe('')
})
