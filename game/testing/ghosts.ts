import type { RoomSettings } from '#game/protocol/scalars'
import type { DrawingRecord } from '#game/records/record'
import type { GhostRace } from '#game/room/ghosts'
import { ben, cyd, Story } from './stories'

export const ghostId = '00000000-0000-4000-8000-00000000009a'
const source = '00000000-0000-4000-8000-0000000000c0'

/** What one player drew in a game of its own, of these settings: locks 500 ms after the prompt, 400 ms later in each next round. */
export function ghostsOf(settings: Partial<RoomSettings> = {}): GhostRace {
  const story = new Story({ ...settings, isPublic: false, timer: 'usual' })
  for (const id of [ben, cyd]) story.joins(id)
  story.starts(ben)
  for (let round = 0; story.room.phase.name !== 'finished'; round++) {
    story.reaches('drawing')
    story.locks(ben, 500 + 400 * round)
    story.reaches('reveal')
    while (story.room.phase.name === 'reveal') story.waits(500)
  }
  const rounds = story.saw('round:finished').map(({ record }) => record.drawings.filter(isBens))
  const player = { id: ghostId, name: 'Ben', label: '👻 Ben', colour: 0 }
  return { kind: 'others', source, racers: [{ player, rounds }] }
}

function isBens({ players }: DrawingRecord): boolean {
  return players.some(({ id }) => id === ben)
}
