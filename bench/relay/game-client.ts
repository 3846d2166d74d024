import { encodeInk } from '#game/drawing/ink-codec'
import { defaultRoomSettings } from '#game/protocol/scalars'
import type { RoomView } from '#game/protocol/server-messages'
import { guestNamed, openSocket } from '#server/testing/game-server'
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
  const [host, ...guests] = await Promise.all(
    Array.from({ length: players }, (_, place) => openPlayer(url, listenerOf(place))),
  )
  if (!host) return []
  const { code } = await host.ask('room:create', { settings: { ...game, roundSeconds } })
  await Promise.all(guests.map((guest) => guest.ask('room:join', { code: code ?? '', isSpectator: false })))
  await onOpened?.(code ?? '')
  await host.ask('game:start', {})
  return Promise.all([host, ...guests].map((player) => player.draws()))
}

async function openPlayer(url: string, listener: RelayListener) {
  const guest = guestNamed('Pen')
  const socket = await openSocket(url, guest)
  const isDrawing = new Promise<RoomView>((resolve) => {
    socket.on('room:view', (view) => view.phase.name === 'drawing' && resolve(view))
  })
  socket.on('lag:probe', (answer) => answer())
  socket.on('drawing:progressed', ({ changes }) => {
    for (const change of changes) {
      if (change.type === 'ink:added') listener.ink(change.canvas, change.from)
      if (change.type === 'guess:made') listener.guess(change.canvas, change.guess.opCount)
    }
  })
  return {
    ask: (name: 'room:create' | 'room:join' | 'game:start', message: object) =>
      socket.timeout(10_000).emitWithAck(name as 'game:start', message as Record<string, never>),
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
