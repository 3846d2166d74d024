import { countVoters } from '#game/room/count-voters'
import type { GameEvent } from '#game/room/event'
import type { Room } from '#game/room/room'
import type { Broadcaster } from './ports'

/** Sends what is told apart from the view and the progress on the canvases, such as an emote. */
export function broadcastNotice(broadcaster: Broadcaster, room: Room, event: GameEvent): void {
  const { code, phase } = room
  switch (event.type) {
    case 'player:removed':
      broadcaster.remove(code, event.playerId, event.reason)
      break
    case 'emote:sent':
      broadcaster.emote(code, event.playerId, event.emote)
      break
    case 'ready:said':
      broadcaster.ready(code, { playerId: event.playerId, round: event.round })
      break
    case 'vote:counted': {
      const { playerId, round, entry, completesBallot } = event
      broadcaster.vote(code, playerId, { round, entry })
      if (completesBallot && phase.name === 'voting')
        broadcaster.voters(code, { round, ...countVoters(room, phase) })
    }
  }
}
