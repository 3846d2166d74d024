import type { DrawingResult } from '#game/protocol/server-messages'

/** What was drawn on each canvas of a round, with the points it came to; the best canvas first. */
export function byCanvas(drawings: readonly DrawingResult[]): { results: DrawingResult[]; points: number }[] {
  const canvasIndices = [...new Set(drawings.map(({ canvas }) => canvas))]
  return canvasIndices
    .map((canvasIndex) => {
      const results = drawings.filter(({ canvas }) => canvas === canvasIndex)
      return { results, points: results.reduce((sum, { points }) => sum + points, 0) }
    })
    .sort((one, other) => other.points - one.points)
}
