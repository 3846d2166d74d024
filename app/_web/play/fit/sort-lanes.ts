/** How a canvas stands in the race that is on. */
export type LaneStanding = {
  /** Of what has locked in this round. */
  readonly points: number
  /** [S14] */
  readonly progress: number
}

/** By so much progress a lane has to be ahead to change places: two that draw side by side must not flicker. */
const leastLead = 0.1

/**
 * The order of a race: who has more points of this round, hence who has locked, then who has come farther.
 * @param order canvases as they are in order now
 * @returns the same object where nobody overtakes
 */
export function sortLanes(
  order: readonly number[],
  standingOf: (canvas: number) => LaneStanding,
): readonly number[] {
  const sorted: number[] = []
  for (const canvas of order) {
    let place = sorted.length
    for (let ahead = sorted[place - 1]; ahead !== undefined; ahead = sorted[place - 1]) {
      if (!overtakes(standingOf(canvas), standingOf(ahead))) break
      place--
    }
    sorted.splice(place, 0, canvas)
  }
  return sorted.every((canvas, place) => canvas === order[place]) ? order : sorted
}

function overtakes(one: LaneStanding, other: LaneStanding): boolean {
  if (one.points !== other.points) return one.points > other.points
  return one.progress - other.progress >= leastLead
}
