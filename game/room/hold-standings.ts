import { findHoldReasons } from '#game/fair-play/find-hold-reasons'
import type { Standing } from '#game/records/record'
import { isRanked } from '#game/records/what-counts'
import type { Game } from '#game/room/room'

/** [F4] The standings of a game that is over, each with why it is held. Games that count nowhere hold nobody. */
export function holdStandings({ settings, standings, rounds }: Game): Standing[] {
  if (!isRanked(settings)) return [...standings]
  const evidence = rounds.flatMap((round) => round.evidence)
  return standings.map((standing) => {
    const own = evidence.filter(({ players }) => players.includes(standing.player.id))
    return { ...standing, heldFor: findHoldReasons(own) }
  })
}
