import { expect, test } from 'vitest'
import { defaultRoomSettings } from '#game/protocol/scalars'
import { type Attendance, ghostTargets, isReadyToStart, type RoomTarget, requestToJoin } from './room-target'

const player: Attendance = { isSpectator: false }
const rush = (roundSeconds: number) => ({ settings: { ...defaultRoomSettings, mode: 'rush', roundSeconds } })

/** What is asked of the server. */
async function askedFor(target: RoomTarget, attendance: Attendance = player) {
  const asked: unknown[] = []
  await requestToJoin(
    async (name, message) => {
      asked.push(name, message)
      return { ok: true }
    },
    target,
    attendance,
  )
  return asked
}

test('room target: a room with a code is joined by players and spectators, and watched by a TV', async () => {
  const target = { name: 'code', code: 'CDFGH' } as const
  expect(await askedFor(target)).toEqual(['room:join', { code: 'CDFGH', isSpectator: false }])
  expect(await askedFor(target, { isSpectator: true })).toEqual([
    'room:join',
    { code: 'CDFGH', isSpectator: true },
  ])
  expect(await askedFor(target, { isSpectator: false, isTv: true })).toEqual([
    'room:watch',
    { code: 'CDFGH' },
  ])
})

test('room target: a rush is a room of its own length, and begins at once, as does a daily challenge', async () => {
  expect(await askedFor({ name: 'rush-30' })).toEqual(['room:create', rush(30)])
  expect(await askedFor({ name: 'rush-60' })).toEqual(['room:create', rush(60)])
  const names = ['new', 'quick', 'daily', 'rush-30', 'rush-60'] as const
  expect(names.filter((name) => isReadyToStart({ name }))).toEqual(['daily', 'rush-30', 'rush-60'])
})

test('[R26] room target: each kind of ghost is asked for by its name', async () => {
  const asked = await Promise.all(ghostTargets.map((name) => askedFor({ name })))
  const kinds = ['race', 'rush-30', 'rush-60', 'daily']
  expect(asked).toEqual(kinds.map((kind) => ['room:ghosts', { kind }]))
})
