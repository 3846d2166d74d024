import { settings } from '#game/settings'

const blocks = '▁▂▃▄▅▆▇█'
/** So many fit beside each other in a message on a phone. */
const perLine = 10

/**
 * [A4] A try at the challenge of a day as blocks to show around, one a drawing in their order, the higher the more points. It tells no digit.
 * @param points of each drawing
 * @returns lines of ten
 */
export function dailyRow(points: readonly number[]): string {
  const row = points.map((each) => {
    const level = Math.ceil((each / settings.maxPoints) * blocks.length) - 1
    return blocks[Math.min(blocks.length - 1, Math.max(0, level))] ?? ''
  })
  const lines = Array.from({ length: Math.ceil(row.length / perLine) }, (_, line) =>
    row.slice(line * perLine, (line + 1) * perLine).join(''),
  )
  return lines.join('\n')
}
