import { encodeInk } from '#game/drawing/ink-codec'
import { defaultRoomSettings } from '#game/protocol/scalars'
import type { RoomView, ServerMessage } from '#game/protocol/server-messages'
import { settings } from '#game/settings'
import { guestNamed } from '#server/testing/game-server'
import { createLatencyCounter, type Latencies } from '../latencies'
import { answerParent, readStart } from '../process'
import { neverLocking } from '../relay/game-client'
import { type RelayPen, takePen } from '../relay/pen'
import { createRoomReader, openRawGameSocket } from '../relay/raw-game-socket'

export type SoakStart = { readonly url: string; readonly rooms: number }
/** Since the last time. */
export type SoakSeen = { readonly inkMs: Latencies; readonly games: number; readonly guesses: number }

const playersPerRoom = 8
const game = { ...defaultRoomSettings, rounds: 1, roundSeconds: 60, digits: [0] }

const { url, rooms } = readStart<SoakStart>()
const inkMs = createLatencyCounter()
let seen = { games: 0, guesses: 0 }

/** A room that plays one game after the other, for as long as this process lives. */
async function openRoom(room: number): Promise<void> {
  const reader = createRoomReader()
  /** By canvas, when each batch of this round was sent. */
  const sentAt = new Map<number, Map<number, number>>()

  async function openPlayer(place: number) {
    const guest = guestNamed('Pen')
    /** Until a game that was seen has ended. */
    let hasPlayed = false
    let round: { startedAt: number; canvas: number; from: number; pen: RelayPen } | null = null
    const see = (view: RoomView) => {
      const { phase } = view
      if (phase.name === 'finished' && hasPlayed && view.hostId === guest.id) {
        seen.games++
        void socket.ask('game:start', {})
      }
      if (phase.name === 'finished') hasPlayed = false
      if (phase.name === 'drawing') hasPlayed = true
      if (phase.name !== 'drawing') round = null
      else if (round?.startedAt !== phase.startedAt) {
        const canvas = phase.canvases.findIndex(({ pen }) => pen === guest.id)
        sentAt.set(canvas, new Map())
        round = {
          ...{ startedAt: phase.startedAt, canvas, from: 0 },
          pen: takePen(room * playersPerRoom + place, neverLocking),
        }
      }
    }
    const socket = await openRawGameSocket(url, guest, reader, { view: see, progress })
    function progress({ changes }: ServerMessage<'drawing:progressed'>): void {
      for (const change of changes) {
        if (change.type === 'guess:made' && change.canvas === round?.canvas) seen.guesses++
        if (change.type !== 'ink:added' || change.canvas === round?.canvas) continue
        const at = sentAt.get(change.canvas)?.get(change.from)
        if (at !== undefined) inkMs.add(performance.now() - at)
      }
    }
    const draw = () => {
      if (!round) return
      const ops = round.pen.next()
      const { canvas, from } = round
      sentAt.get(canvas)?.set(from, performance.now())
      socket.emit('ink:add', { round: 0, drawing: 0, from, inkText: encodeInk(ops) })
      round.from += ops.length
    }
    setTimeout(() => setInterval(draw, settings.inkBatchMs), Math.random() * settings.inkBatchMs)
    return socket
  }

  const [host, ...guests] = await Promise.all(
    Array.from({ length: playersPerRoom }, (_, place) => openPlayer(place)),
  )
  if (!host) return
  const { code = '' } = (await host.ask('room:create', { settings: game })) as { code?: string }
  await Promise.all(guests.map((guest) => guest.ask('room:join', { code, isSpectator: false })))
  await host.ask('game:start', {})
}

await Promise.all(Array.from({ length: rooms }, (_, room) => openRoom(room)))
answerParent<'collect', SoakSeen>('playing', () => {
  const collected = { ...seen, inkMs: inkMs.take() }
  seen = { games: 0, guesses: 0 }
  return collected
})
