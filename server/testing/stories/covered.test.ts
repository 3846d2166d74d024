import { afterEach, beforeEach, expect, test } from 'vitest'
import { encodeInk } from '#game/drawing/ink-codec'
import { defaultRoomSettings, type RoomSettings } from '#game/protocol/scalars'
import { protocolVersion } from '#game/protocol/version'
import { settings } from '#game/settings'
import { connectPlayer, guestNamed, startGameServer, type TestPlayer } from '../game-server'
import { inkPointsIn, valuesOf } from '../told-values'

/** What arrives at the browsers of a room where drawings are covered, by the wire, whichever way somebody comes to see it. */

let server: Awaited<ReturnType<typeof startGameServer>>
beforeEach(async () => {
  server = await startGameServer()
})
afterEach(() => server.close())

type Heard = { readonly player: TestPlayer; readonly heard: unknown[] }

async function come(name: string | null, guest = name === null ? null : guestNamed(name)): Promise<Heard> {
  const player = await connectPlayer(server.url, guest, { protocolVersion, isTv: guest === null })
  const heard: unknown[] = []
  player.socket.onAny((...message) => heard.push(message))
  return { player, heard }
}

const isIn = (name: string) => (view: TestPlayer['view']) => view.phase.name === name

/** Each draws at an x of their own, so that ink tells whose it is. */
const strokeAt = (x: number) =>
  encodeInk([
    { kind: 'draw', atMs: 0, points: [0, 1, 2, 3].map((step) => ({ x, y: 200 + 150 * step, t: 20 * step })) },
    { kind: 'lift', atMs: 80 },
  ])

async function drawing(change: Partial<RoomSettings>) {
  const [ada, ben, eve] = await Promise.all(['Ada', 'Ben', 'Eve'].map((name) => come(name)))
  const tv = await come(null)
  if (!ada || !ben || !eve) throw new Error('nobody came')
  await ada.player.ask('room:create', { settings: { ...defaultRoomSettings, rounds: 1, ...change } })
  const { code } = await ada.player.sees(() => true)
  await ben.player.ask('room:join', { code, isSpectator: false })
  await eve.player.ask('room:join', { code, isSpectator: true })
  await tv.player.ask('room:watch', { code })
  await ada.player.sees(({ seats }) => seats.length === 3)
  await ada.player.ask('game:start', {})
  await ada.player.sees(isIn('countdown'))
  server.clock.advance(settings.countdownMs)
  for (const [at, { player }] of [ada, ben].entries()) {
    await player.sees(isIn('drawing'))
    const inkText = strokeAt(100 + 300 * at)
    expect(await player.ask('ink:add', { round: 0, drawing: 0, from: 0, inkText })).toEqual({ ok: true })
  }
  server.clock.advance(settings.inkBatchMs)
  for (const { player } of [ada, ben]) await player.hears('ink:added')
  for (const { player } of [eve, tv]) await player.hears('cover:changed')
  return { ada, ben, eve, tv, code }
}

const xsIn = ({ heard }: Heard) => new Set(inkPointsIn(heard).map(({ x }) => x))

test.each<Partial<RoomSettings>>([{ mode: 'fool' }, { mode: 'race', sums: 'medium' }])(
  '[R33] wire: each is sent the ink of their own canvas, who watches none, and a new tab what the one before it was: %o',
  async (change) => {
    const { ada, ben, eve, tv, code } = await drawing(change)
    await Promise.all([ada, ben, eve].map(({ player }) => player.ask('room:resync', {})))
    expect([ada, ben, eve, tv].map(xsIn)).toEqual([new Set([100]), new Set([400]), new Set(), new Set()])

    const late = await come('Dot')
    await late.player.ask('room:join', { code, isSpectator: false })
    const again = await come('Ben', ben.player.guest)
    await again.player.ask('room:join', { code, isSpectator: false })
    const tvOfBen = await come(null)
    await tvOfBen.player.ask('room:watch', { code })
    for (const { player } of [late, again, tvOfBen]) await player.sees(isIn('drawing'))
    expect([late, again, tvOfBen].map(xsIn)).toEqual([new Set(), new Set([400]), new Set()])
    expect(valuesOf('prompt', [late.heard, eve.heard, tv.heard]).every((prompt) => prompt === null)).toBe(
      true,
    )
  },
)

test('[R33] wire: who watches from the middle of the round on is still sent their own drawing, and no other', async () => {
  const { ada, ben, code } = await drawing({ mode: 'fool' })
  await ben.player.ask('room:join', { code, isSpectator: true })
  await ada.player.sees(({ seats }) => seats.some(({ name, isSpectator }) => name === 'Ben' && isSpectator))
  await ada.player.ask('room:resync', {})
  await ben.player.ask('room:resync', {})
  expect([ada, ben].map(xsIn)).toEqual([new Set([100]), new Set([400])])
})

test('[R33] [P2] wire: ink after ink is told without a gap, and after one the view has all of one’s own', async () => {
  const { ada } = await drawing({ mode: 'fool' })
  for (const from of [2, 4, 6]) {
    await ada.player.ask('ink:add', { round: 0, drawing: 0, from, inkText: strokeAt(100) })
    server.clock.advance(settings.inkBatchMs)
  }
  await ada.player.ask('room:resync', {})
  const numbers = ada.player.progress.map(({ sequence }) => sequence)
  expect(numbers).toEqual(numbers.map((_, at) => at + 1))
  expect(ada.player.view.sequence).toBe(numbers.length)
})
