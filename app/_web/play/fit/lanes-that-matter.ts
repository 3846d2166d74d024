/** A canvas in a round, and the score its players came with. */
type Lane = { readonly canvas: number; readonly score: number }

/**
 * Of all others those whom a player has to do with, where there is no place for all: who leads, and who is next to them by score.
 * @param own the player's own score
 * @returns their canvases, in their order
 */
export function lanesThatMatter(others: readonly Lane[], own: number, most: number): number[] {
  if (others.length <= most) return others.map(({ canvas }) => canvas)
  const byScore = [...others].sort((one, other) => other.score - one.score || one.canvas - other.canvas)
  const place = byScore.filter(({ score }) => score > own).length
  const leaders = byScore.slice(0, Math.floor(most / 2))
  const neighbours = byScore
    .filter((lane) => !leaders.includes(lane))
    .sort((one, other) => distance(one) - distance(other))
  function distance(lane: Lane): number {
    const at = byScore.indexOf(lane)
    // Whoever is just behind is as near as whoever is just ahead.
    return at < place ? place - at : at - place + 1
  }
  return [...leaders, ...neighbours.slice(0, most - leaders.length)]
    .map(({ canvas }) => canvas)
    .sort((one, other) => one - other)
}
