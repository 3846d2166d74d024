import { expect, test } from 'vitest'
import type { RoomState } from '../../app/_web/play/room-client/room-state'
import { createWitness } from './witness'

/** A view as far as a witness looks at it. */
function viewOf(name: string, game = 1): RoomState {
  const phase = { name, gameStartedAt: game, round: 0, drawings: [], gameId: 'g', standings: [] }
  return { connection: { name: 'connected' }, room: {}, phase, canvases: [] } as unknown as RoomState
}

/** What a client still shows after it has lost its connection, and while it comes back. */
function cutOff(state: RoomState): RoomState[] {
  return [{ ...state, connection: { name: 'reconnecting', isServerClosing: false } }, state]
}

test('witness: a game that ends unseen is a fault, also when somebody else has seen it end', () => {
  const witness = createWitness('room')
  const [one, other] = [witness.watcher(), witness.watcher()]
  for (const see of [one, other]) see(viewOf('reveal'))
  other(viewOf('lobby'))
  one(viewOf('finished'))
  expect(witness.faults).toEqual(['room: game 1 was thrown away in reveal'])
  one(viewOf('drawing', 2))
  one(viewOf('countdown', 3))
  expect(witness.faults).toContain('room: game 2 was left in drawing')
})

test('witness: who was cut off may miss an end that somebody else has seen', () => {
  const witness = createWitness('room')
  const [one, other] = [witness.watcher(), witness.watcher()]
  const reveal = viewOf('reveal')
  for (const see of [one, other]) see(reveal)
  for (const state of cutOff(reveal)) other(state)
  other(viewOf('lobby'))
  expect(witness.faults).toEqual(['room: game 1 was thrown away in reveal'])
  one(viewOf('finished'))
  expect([witness.faults, witness.missedEnds]).toEqual([[], 1])
})

test('witness: a counted vote that is asked for again is a fault, but not when another is asked for theirs', () => {
  const witness = createWitness('room')
  const [one, other] = [witness.watcher(), witness.watcher()]
  const voting = (you: string, isAnswered: boolean): RoomState => {
    const view = viewOf('voting')
    const ballot = [{ paper: 0, isAnswered }]
    return { ...view, you, phase: { ...view.phase, ballot } } as unknown as RoomState
  }
  one(voting('ann', true))
  other(voting('ben', false))
  other(voting('ben', true))
  expect([witness.faults, witness.votes]).toEqual([[], 2])
  one(voting('ann', false))
  expect(witness.faults).toEqual(['room: the vote 1/0/ann/0 was lost'])
})

test('witness: a place on the podium is the one among people, for ghosts are in no record', () => {
  const witness = createWitness('room')
  const view = viewOf('finished')
  const standings = [
    { playerId: 'ghost', rank: 1 },
    { playerId: 'ann', rank: 2 },
    { playerId: 'ben', rank: 2 },
  ]
  const room = { ghosts: { kind: 'others', seats: [{ id: 'ghost' }] } }
  witness.watcher()({ ...view, room, phase: { ...view.phase, standings } } as unknown as RoomState)
  const [seen] = witness.games.values()
  expect(seen?.standings.map(({ playerId, rank }) => [playerId, rank])).toEqual([
    ['ann', 1],
    ['ben', 1],
  ])
})
