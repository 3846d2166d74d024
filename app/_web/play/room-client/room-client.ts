import { io } from 'socket.io-client'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { protocolVersion } from '#game/protocol/version'
import { applyReady, applyVote, applyVoters } from './apply-notices'
import { applyProgress } from './apply-progress'
import { applyView } from './apply-view'
import { keepConnected, type RoomConnection } from './connection'
import { createInkOutbox, type InkOutbox } from './ink-outbox'
import {
  type ClientSocket,
  createResync,
  createSendInk,
  createSendRequest,
  type SendRequest,
} from './requests'
import { newRoomState, type RoomState } from './room-state'
import { type Attendance, isReadyToStart, type RoomTarget } from './room-target'
import { rememberTransport, transportsToTry } from './transports'

export type RoomClient = Pick<InkOutbox, 'draw'> &
  Pick<RoomConnection, 'rejoin' | 'retry' | 'close'> & {
    readonly store: StoreApi<RoomState>
    readonly request: SendRequest
    /** The room's clock, ms since the epoch: the server's, and it stands still in a pause. */
    now(): number
    /** Gives the seat up, as far as the server can hear it. */
    leave(): Promise<void>
  }

type RoomClientOptions = Attendance & {
  readonly target: RoomTarget
  readonly onCode: (code: string) => void
  /** Where the server is, if not where the page came from. */
  readonly url?: string
  readonly headers?: Record<string, string>
}

/** For both transports together. */
const openTimeoutMs = 8_000

/** By this device's clock as it was when the page opened, ms since the epoch: nobody sets it in mid-round. */
const deviceNow = () => performance.timeOrigin + performance.now()

/** One player's connection to one room: keeps the store equal to what the server tells, through every loss of connection. */
export function openRoom({ target, onCode, url, headers, ...attendance }: RoomClientOptions): RoomClient {
  const store = createStore<RoomState>(() => ({ ...newRoomState, isStarting: isReadyToStart(target) }))
  const socket: ClientSocket = io(url ?? '', {
    transports: transportsToTry(),
    tryAllTransports: true,
    timeout: openTimeoutMs,
    auth: { protocolVersion, isTv: attendance.isTv ?? false },
    reconnectionDelayMax: 3_000,
    forceNew: true,
    ...(headers ? { extraHeaders: headers } : {}),
  })
  const request = createSendRequest(socket)
  const resync = createResync(request)
  const outbox = createInkOutbox(store, createSendInk(socket), resync)
  const connection = keepConnected({
    ...{ socket, store, request, target, attendance, onCode },
    onJoined: outbox.flush,
  })

  socket.io.on('open', () => {
    rememberTransport(socket.io.engine.transport.name)
    socket.io.opts.transports = transportsToTry()
  })
  socket.on('room:view', (view) => {
    store.setState((state) => applyView(state, view, deviceNow()))
    outbox.flush()
  })
  socket.on('drawing:progressed', (progress) => {
    const wasBehind = store.getState().isBehind
    store.setState((state) => applyProgress(state, progress))
    if (!wasBehind && store.getState().isBehind) resync()
  })
  socket.on('ink:refused', ({ refusal }) => outbox.refused(refusal))
  socket.on('emote:sent', (sent) => {
    store.setState(({ emote }) => ({ emote: { ...sent, number: (emote?.number ?? 0) + 1 } }))
  })
  socket.on('ready:said', (said) => store.setState((state) => applyReady(state, said)))
  socket.on('vote:counted', (counted) => store.setState((state) => applyVote(state, counted)))
  socket.on('voters:counted', (counted) => store.setState((state) => applyVoters(state, counted)))
  socket.on('result:held', ({ gameId }) => store.setState({ heldGameId: gameId }))
  socket.on('lag:probe', (answer) => answer())

  return {
    store,
    request,
    draw: outbox.draw,
    now() {
      const { room, clockOffsetMs } = store.getState()
      return room?.pause?.at ?? deviceNow() + (clockOffsetMs ?? 0)
    },
    async leave() {
      const { ok } = await request('room:leave', {})
      if (!ok) connection.end('left')
    },
    rejoin: connection.rejoin,
    retry: connection.retry,
    close: connection.close,
  }
}
