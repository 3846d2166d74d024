import { findHoldReasons } from '#game/fair-play/find-hold-reasons'
import type { Standing } from '#game/records/record'
import { countsAnywhere, whatCounts } from '#game/records/what-counts'
import type { Game } from '#game/room/room'

/** [F4] The standings of a game that is over, each with why it is held. Games that count nowhere hold nobody. */
export function holdStandings({ settings, daily, standings, rounds }: Game): Standing[] {
  if (!countsAnywhere(whatCounts({ settings, day: daily?.day ?? null }))) return [...standings]
  const drawings = rounds.flatMap((round) => round.drawings)
  return standings.map((standing) => {
    const own = drawings.filter(({ players }) => players.some(({ id }) => id === standing.player.id))
    return { ...standing, heldFor: findHoldReasons(own) }
  })
}
