import { expect, test } from 'vitest'
import { defaultRoomSettings, type RoomSettings } from '#game/protocol/scalars'
import { boardOf } from './board-of'

test.each<[string | null, Partial<RoomSettings>]>([
  ['race', { rounds: 3 }],
  [null, { rounds: 2 }],
  ['rush-30', { mode: 'rush', roundSeconds: 30 }],
  ['rush-60', { mode: 'rush', roundSeconds: 60 }],
  ['relay', { mode: 'relay', roundSeconds: 60 }],
  [null, { mode: 'relay', roundSeconds: 45 }],
  [null, { timer: 'extended' }],
])('the board %s is that of games with %j', (board, changed) => {
  expect(boardOf({ ...defaultRoomSettings, ...changed })).toBe(board)
})
