import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { settings } from '#game/settings'
import { guestCookie, sealGuest } from '#server/auth/guest'
import { guestNamed, startGameServer, testSecret } from '#server/testing/game-server'
import { openRoom, type RoomClient } from './room-client'
import type { RoomState } from './room-state'
import type { RoomTarget } from './room-target'
import { sees } from './testing/sees'

type Server = Awaited<ReturnType<typeof startGameServer>>
let server: Server
let line: Awaited<ReturnType<typeof openLine>>
const opened: RoomClient[] = []

beforeEach(async () => {
  server = await startGameServer()
  line = await openLine(server.url)
})
afterEach(async () => {
  for (const client of opened.splice(0)) client.close()
  line.cut()
  line.close()
  await server.close()
})

/** A line to the server that can be cut and mended. */
async function openLine(url: string) {
  const { port, hostname } = new URL(url)
  const ends = new Set<Socket>()
  let isCut = false
  const relay = createServer((near) => {
    if (isCut) return near.destroy()
    const far = connect(Number(port), hostname)
    for (const [end, other] of [
      [near, far],
      [far, near],
    ] as const) {
      ends.add(end)
      end.on('error', () => other.destroy()).on('close', () => other.destroy())
      end.pipe(other)
    }
  })
  await new Promise<void>((resolve) => relay.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(relay.address() as AddressInfo).port}`,
    cut() {
      isCut = true
      for (const end of ends) end.destroy()
      ends.clear()
    },
    mend() {
      isCut = false
    },
    close: () => relay.close(),
  }
}

type Visitor = { readonly client: RoomClient; readonly code: () => string }

async function enter(
  name: string,
  target: RoomTarget,
  cookie?: string,
): Promise<Visitor & { readonly cookie: string }> {
  const seal = cookie ?? `${guestCookie}=${await sealGuest(guestNamed(name), testSecret)}`
  const client = openRoom({
    target,
    isSpectator: false,
    onCode() {},
    url: line.url,
    headers: { cookie: seal },
  })
  opened.push(client)
  await sees(client, ({ room, connection }) => room !== null && connection.name === 'connected')
  return { client, cookie: seal, code: () => client.store.getState().room?.code ?? '' }
}

const hasPhase = (name: string) => (state: RoomState) => state.phase?.name === name
const strokeAt = (x: number) => ({ kind: 'draw' as const, atMs: 0, points: [{ x, y: 300, t: 0 }] })
const lift = { kind: 'lift' as const, atMs: 0 }
const xsOf = (state: RoomState, canvas: number) =>
  state.canvases[canvas]?.strokeState.strokes.map((stroke) => stroke.map(({ x }) => x))

async function startDrawing(host: RoomClient, ...others: RoomClient[]): Promise<void> {
  expect(await host.request('game:start', {})).toEqual({ ok: true })
  await sees(host, hasPhase('countdown'))
  server.clock.advance(settings.countdownMs)
  await Promise.all([host, ...others].map((client) => sees(client, hasPhase('drawing'))))
}

test('client: what one player draws is on their own canvas at once and on the other one as it was drawn', async () => {
  const ann = await enter('Ann', { name: 'new' })
  const ben = await enter('Ben', { name: 'code', code: ann.code() })
  await startDrawing(ann.client, ben.client)
  ann.client.draw(0, [strokeAt(100), strokeAt(140), lift, strokeAt(500)])
  expect(ann.client.store.getState().own?.strokeState.strokes).toHaveLength(2)
  await sees(ben.client, (state) => JSON.stringify(xsOf(state, 0)) === '[[100,140],[500]]')
})

test('client: a line cut in mid-stroke loses nothing: what was drawn meanwhile arrives when it is back', async () => {
  const ann = await enter('Ann', { name: 'new' })
  await startDrawing(ann.client)
  ann.client.draw(0, [strokeAt(100)])
  await sees(ann.client, ({ canvases }) => canvases[0]?.ink.length === 1)
  line.cut()
  await sees(ann.client, ({ connection }) => connection.name === 'reconnecting')
  ann.client.draw(0, [strokeAt(200), lift, strokeAt(700)])
  line.mend()
  await sees(ann.client, ({ own }) => own?.log.sent === 4)
  expect(await ann.client.request('room:resync', {})).toEqual({ ok: true })
  await sees(ann.client, (state) => JSON.stringify(xsOf(state, 0)) === '[[100,200],[700]]')
  expect(ann.client.store.getState().connection).toEqual({ name: 'connected' })
})

test('client: a second tab takes the seat; the first says so and can take it back', async () => {
  const ann = await enter('Ann', { name: 'new' })
  const second = await enter('Ann', { name: 'code', code: ann.code() }, ann.cookie)
  await sees(ann.client, ({ connection }) => connection.name === 'ended' && connection.ending === 'taken')
  ann.client.rejoin()
  await sees(ann.client, ({ connection }) => connection.name === 'connected')
  await sees(second.client, ({ connection }) => connection.name === 'ended')
})

test('client: a code that no room has ends with its name, and so does a stranger without a cookie', async () => {
  const lost = openRoom({
    ...{ target: { name: 'code', code: 'CDFGH' }, isSpectator: false, onCode() {}, url: line.url },
    headers: { cookie: `${guestCookie}=${await sealGuest(guestNamed('Ann'), testSecret)}` },
  })
  const stranger = openRoom({ target: { name: 'new' }, isSpectator: false, onCode() {}, url: line.url })
  opened.push(lost, stranger)
  await sees(lost, ({ connection }) => connection.name === 'ended' && connection.ending === 'no-such-room')
  await sees(stranger, ({ connection }) => connection.name === 'ended' && connection.ending === 'no-identity')
})

test('client: a server that closes is announced as such, and the seat is asked for again', async () => {
  const ann = await enter('Ann', { name: 'new' })
  const closed = server.close()
  await sees(ann.client, ({ connection }) => connection.name === 'reconnecting' && connection.isServerClosing)
  await closed
  server = await startGameServer()
})

test('client clock: it does not follow a device whose clock is set in mid-round', async () => {
  const { client } = await enter('Ann', { name: 'new' })
  const before = client.now()
  const day = 86_400_000
  const setClock = vi.spyOn(Date, 'now').mockReturnValue(Date.now() + day)
  const after = client.now()
  setClock.mockRestore()
  expect(after - before).toBeLessThan(day / 2)
})

test('client clock: a reconnect changes nothing on a device that is years off', async () => {
  const { client } = await enter('Ann', { name: 'new' })
  const before = client.now()
  const isNew = sees(client, ({ isClockStale }) => isClockStale)
  line.cut()
  await sees(client, ({ connection }) => connection.name === 'reconnecting')
  line.mend()
  await isNew
  expect(Math.abs(client.now() - before)).toBeLessThan(60_000)
})

test('client: ink that the server cannot read is dropped, not sent for ever, and what is drawn next arrives', async () => {
  const ann = await enter('Ann', { name: 'new' })
  await startDrawing(ann.client)
  ann.client.draw(0, [{ kind: 'draw', atMs: 4_000_000, points: [{ x: 1, y: 1, t: 4_000_000 }] }])
  await sees(ann.client, ({ isBehind }) => isBehind)
  await sees(ann.client, ({ isBehind, own }) => !isBehind && own?.log.ops.length === 0)
  ann.client.draw(0, [strokeAt(100), lift])
  await sees(
    ann.client,
    (state) => JSON.stringify(xsOf(state, 0)) === '[[100]]' && state.canvases[0]?.ink.length === 2,
  )
})

test('client: a stroke is not joined to the next where ink in between could not be read', async () => {
  const ann = await enter('Ann', { name: 'new' })
  await startDrawing(ann.client)
  ann.client.draw(0, [strokeAt(100)])
  await sees(ann.client, ({ canvases }) => canvases[0]?.ink.length === 1)
  const unreadable = { kind: 'draw' as const, atMs: 4_000_000, points: [{ x: 1, y: 1, t: 4_000_000 }] }
  ann.client.draw(0, [unreadable, { ...lift, atMs: 4_000_000 }])
  await sees(ann.client, ({ isBehind }) => isBehind)
  await sees(ann.client, ({ isBehind }) => !isBehind)
  ann.client.draw(0, [strokeAt(700), lift])
  await sees(ann.client, ({ own }) => own?.log.sent === own?.log.ops.length)
  expect(await ann.client.request('room:resync', {})).toEqual({ ok: true })
  await sees(ann.client, (state) => JSON.stringify(xsOf(state, 0)) === '[[100],[700]]')
})

test('[R7] client: a line lost by all in the countdown loses no game: it begins again, and whoever is back has a canvas', async () => {
  const ann = await enter('Ann', { name: 'new' })
  await enter('Ben', { name: 'code', code: ann.code() })
  await ann.client.request('game:start', {})
  await sees(ann.client, hasPhase('countdown'))
  line.cut()
  await sees(ann.client, ({ connection }) => connection.name === 'reconnecting')
  const runner = server.app.rooms.find(ann.code())
  // A server hears sooner or later, by its transport, that a line is cut.
  for (const { id } of runner?.room.players ?? []) runner?.submit({ type: 'player:disconnect', playerId: id })
  server.clock.advance(settings.countdownMs)
  line.mend()
  const isSomebodyAway = () => runner?.room.players.some(({ lostAt }) => lostAt !== null)
  await expect.poll(isSomebodyAway).toBe(false)
  server.clock.advance(settings.countdownMs)
  await sees(ann.client, ({ phase, canvases }) => phase?.name === 'drawing' && canvases.length === 2)
  expect(ann.client.store.getState().own).not.toBeNull()
})
