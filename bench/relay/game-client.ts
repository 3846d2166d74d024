import { encodeInk } from '#game/drawing/ink-codec'
import { defaultRoomSettings } from '#game/protocol/scalars'
import type { RoomView } from '#game/protocol/server-messages'
import { guestNamed } from '#server/testing/game-server'
import { createRoomReader, openRawGameSocket, type RoomReader } from './raw-game-socket'
import type { RelayClient, RelayListener } from './relay-client'

/** The prompt is always 0 and nobody draws one, so that no drawing locks and all pens draw to the end. */
const game = { ...defaultRoomSettings, rounds: 1, roundSeconds: 60, digits: [0] }
export const neverLocking = [1, 2, 3, 4, 5, 7]

type Plan = {
  readonly roundSeconds?: number
  /** Called with the code of the room before its game starts, so that others may come in. */
  readonly onOpened?: (code: string) => Promise<void>
}

/** A whole room of players, from the lobby to the first round. */
export async function openGameClients(
  url: string,
  players: number,
  listenerOf: (place: number) => RelayListener,
  { roundSeconds = game.roundSeconds, onOpened }: Plan = {},
): Promise<RelayClient[]> {
  const reader = createRoomReader()
  const [host, ...guests] = await Promise.all(
    Array.from({ length: players }, (_, place) => openPlayer(url, reader, listenerOf(place))),
  )
  if (!host) return []
  const opened = await host.ask('room:create', { settings: { ...game, roundSeconds } })
  if (!opened.ok) throw new Error(`no room for the pens: ${opened.refusal}`)
  const { code = '' } = opened
  await Promise.all(guests.map((guest) => guest.ask('room:join', { code, isSpectator: false })))
  await onOpened?.(code)
  await host.ask('game:start', {})
  return Promise.all([host, ...guests].map((player) => player.draws()))
}

async function openPlayer(url: string, reader: RoomReader, listener: RelayListener) {
  const guest = guestNamed('Pen')
  let began = (_view: RoomView) => {}
  const isDrawing = new Promise<RoomView>((resolve) => {
    began = resolve
  })
  const socket = await openRawGameSocket(url, guest, reader, {
    view: (view) => view.phase.name === 'drawing' && began(view),
    progress({ changes }) {
      for (const change of changes) {
        if (change.type === 'ink:added') listener.ink(change.canvas, change.from)
        if (change.type === 'guess:made') listener.guess(change.canvas, change.guess.opCount)
      }
    },
  })
  return {
    ask: socket.ask,
    async draws(): Promise<RelayClient> {
      const { phase } = await isDrawing
      const canvases = phase.name === 'drawing' ? phase.canvases : []
      return {
        canvas: canvases.findIndex(({ pen }) => pen === guest.id),
        send: (from, ops) => socket.emit('ink:add', { round: 0, drawing: 0, from, inkText: encodeInk(ops) }),
      }
    },
  }
}
