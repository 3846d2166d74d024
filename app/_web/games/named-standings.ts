import type { Replay } from '#server/store/games/find-replay'
import type { ShownStanding } from '../play/parts/sides'

/** The standings of a stored game, for what shows those of a room. Teams are those who share a canvas. */
export function namedStandings({
  standings,
  settings,
  rounds,
}: Pick<Replay, 'standings' | 'settings' | 'rounds'>) {
  const drawings = settings.mode === 'relay' ? (rounds[0]?.drawings ?? []) : []
  return standings.map(({ player, ...standing }): ShownStanding & typeof standing => ({
    ...standing,
    playerId: player.id,
    name: player.name,
    colour: player.colour,
    team: drawings.find(({ players }) => players.some(({ id }) => id === player.id))?.canvas ?? null,
  }))
}
