import { findHoldReasons } from '#game/fair-play/find-hold-reasons'
import type { Standing } from '#game/records/record'
import type { Game } from '#game/room/room'
import { isRanked } from '#game/scoring/ranked'

/** [F4] The standings of a game that is over, each with why it is held. Games that count nowhere hold nobody. */
export function holdStandings({ settings, standings, rounds }: Game): Standing[] {
  if (!isRanked(settings)) return [...standings]
  const drawings = rounds.flatMap((round) => round.drawings)
  return standings.map((standing) => {
    const own = drawings.filter(({ players }) => players.some(({ id }) => id === standing.player.id))
    return { ...standing, heldFor: findHoldReasons(own) }
  })
}
