import { expect, test } from 'vitest'
import { defaultRoomSettings } from '#game/protocol/scalars'
import { settings } from '#game/settings'
import { guestCookie, sealGuest } from '#server/auth/guest'
import { guestNamed, startGameServer, testSecret } from '#server/testing/game-server'
import { openRoom } from '../../app/_web/play/room-client/room-client'
import type { RoomState } from '../../app/_web/play/room-client/room-state'
import type { RoomTarget } from '../../app/_web/play/room-client/room-target'
import { sees } from '../../app/_web/play/room-client/testing/sees'
import { createWitness } from './witness'

const isIn = (name: string) => (state: RoomState) => state.phase?.name === name

test('[R3] who loses the connection in a reveal may find the lobby: the game has ended, others saw it, and it is kept', async () => {
  const server = await startGameServer()
  const witness = createWitness('room')
  const [annSees, benSees] = [witness.watcher(), witness.watcher()]
  const come = (cookie: string, target: RoomTarget, see: (state: RoomState) => void) => {
    const client = openRoom({ target, isSpectator: false, onCode() {}, url: server.url, headers: { cookie } })
    client.store.subscribe(see)
    return client
  }
  const cookieOf = async (name: string) => `${guestCookie}=${await sealGuest(guestNamed(name), testSecret)}`
  const ann = come(await cookieOf('Ann'), { name: 'new' }, annSees)
  await sees(ann, ({ room }) => room !== null)
  const code = ann.store.getState().room?.code ?? ''
  const bensCookie = await cookieOf('Ben')
  const ben = come(bensCookie, { name: 'code', code }, benSees)
  await sees(ann, ({ room }) => room?.seats.length === 2)

  await ann.request('settings:change', { settings: { ...defaultRoomSettings, rounds: 1 } })
  await ann.request('game:start', {})
  await sees(ben, isIn('countdown'))
  for (const phase of ['drawing', 'reveal']) {
    while (!isIn(phase)(ben.store.getState())) {
      server.clock.advance(1_000)
      await ann.request('room:resync', {})
    }
  }
  ben.close()
  await sees(ann, ({ room }) => room?.seats.some(({ isConnected }) => !isConnected) === true)
  server.clock.advance(settings.revealMs)
  await sees(ann, isIn('finished'))
  await ann.request('lobby:open', {})
  const again = come(bensCookie, { name: 'code', code }, benSees)
  await sees(again, isIn('lobby'))

  expect([witness.faults, witness.missedEnds]).toEqual([[], 1])
  expect(server.games.map(({ standings }) => standings.length)).toEqual([2])
  for (const client of [ann, again]) client.close()
  await server.close()
})
