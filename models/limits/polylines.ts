import { nextRandom, type RandomState } from '#game/prompts/random'
import { settings } from '#game/settings'
import type { RecordedDrawing } from '#models/samples-format/read-strokes'

const pointMs = 60

/** Lines through 2 to 6 places drawn by lot anywhere on the pad: what a script draws that knows no digit. */
export function randomPolylines(count: number, seed: RandomState): Pick<RecordedDrawing, 'strokes'>[] {
  let state = seed
  const below = (most: number) => {
    const [random, next] = nextRandom(state)
    state = next
    return Math.floor(random * most)
  }
  return Array.from({ length: count }, () => {
    const points = Array.from({ length: 2 + below(5) }, (_, index) => ({
      x: below(settings.gridSize),
      y: below(settings.gridSize),
      t: index * pointMs,
    }))
    return { strokes: [points] }
  })
}
