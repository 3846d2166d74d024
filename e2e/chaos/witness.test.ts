import { expect, test } from 'vitest'
import type { RoomState } from '../../app/_web/play/room-client/room-state'
import { createWitness } from './witness'

/** As far as a witness looks at it. */
function stateIn(name: string, game = 1): RoomState {
  const phase = { name, gameStartedAt: game, round: 0, drawings: [], gameId: 'g', standings: [] }
  return { phase, canvases: [] } as unknown as RoomState
}

test('witness: a game that nobody sees end is missed, one that somebody was cut off from is not', () => {
  const witness = createWitness('room')
  const [one, other] = [witness.watcher(), witness.watcher()]
  for (const see of [one, other]) see(stateIn('reveal'))
  other(stateIn('lobby'))
  expect(witness.faults).toEqual(['room: game 1 was thrown away in reveal'])
  one(stateIn('finished'))
  expect(witness.faults).toEqual([])

  one(stateIn('drawing', 2))
  one(stateIn('countdown', 3))
  expect(witness.faults).toEqual(['room: game 2 was left in drawing'])
})
