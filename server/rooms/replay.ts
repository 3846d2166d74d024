import type { GameRecord, RoundRecord } from '#game/records/record'
import type { GameEvent } from '#game/room/event'
import { recordGame } from '#game/room/make-record'
import type { Room } from '#game/room/room'
import { step } from '#game/room/step'
import type { Snapshot, StoredRoom } from './ports'

export type Finished =
  | { readonly type: 'round:finished'; readonly record: RoundRecord }
  | { readonly type: 'game:finished'; readonly record: GameRecord }

/** A room as it was when its server stopped, and what had finished in it, in order. */
export type Restored = Snapshot & { readonly finished: readonly Finished[] }

/** Runs the log of a room again: the same commands at the same times give the same room. */
export function replay({ generations }: Pick<StoredRoom, 'generations'>): Restored | null {
  const finished = new Map<string, Finished>()
  const add = (event: GameEvent) => {
    if (event.type !== 'round:finished' && event.type !== 'game:finished') return
    const key =
      event.type === 'round:finished' ? `${event.record.game.id} ${event.record.round}` : event.record.id
    if (!finished.has(key)) finished.set(key, event)
  }
  let present: Snapshot | null = null
  for (const { room: begin, at: begunAt, records = [], commands } of generations) {
    for (const record of records) add({ type: 'round:finished', record })
    finishedIn(begin).forEach(add)
    let [room, at] = [begin, begunAt]
    for (const { command, at: commandAt } of commands) {
      const outcome = step(room, command, commandAt)
      outcome.events.forEach(add)
      room = outcome.room
      at = commandAt
    }
    present = { room, at }
  }
  return present && { ...present, finished: [...finished.values()] }
}

/** The game that the room still shows. */
function finishedIn(room: Room): Finished[] {
  const { game, phase } = room
  if (!game || phase.name !== 'finished') return []
  return [{ type: 'game:finished', record: recordGame(room, game, phase.finishedAt) }]
}
