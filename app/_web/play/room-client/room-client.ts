import { io, type Socket } from 'socket.io-client'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { InkOp } from '#game/drawing/ink'
import { encodeInk } from '#game/drawing/ink-codec'
import type { ClientMessageInput, ClientMessageName } from '#game/protocol/client-messages'
import type { Refusal } from '#game/protocol/refusal'
import { defaultRoomSettings, type RoomSettings } from '#game/protocol/scalars'
import type { Acknowledgement, ClientToServer, ServerToClient } from '#game/protocol/socket-events'
import { protocolVersion } from '#game/protocol/version'
import { settings } from '#game/settings'
import { applyProgress } from './apply-progress'
import { applyView } from './apply-view'
import { markSent, nextBatch } from './ink-log'
import { addOwnInk } from './own-ink'
import { reasonOf, refusalOf } from './reason-of'
import { type Connection, type Line, newRoomState, type RoomState } from './room-state'
import { rememberTransport, transportsToTry } from './transports'

export type RoomClient = {
  readonly store: StoreApi<RoomState>
  /** Ink from the own pen; shown at once, sent in batches. @returns false when the drawing can take no more */
  readonly draw: (ops: readonly InkOp[], isByKeyboard?: boolean) => boolean
  readonly say: <Name extends ClientMessageName>(
    name: Name,
    message: ClientMessageInput<Name>,
  ) => Promise<Acknowledgement>
  /** The room's clock, ms since the epoch: the server's, and it stands still in a pause. */
  readonly now: () => number
  /** Gives the seat up, as far as the server can hear it. */
  readonly leave: () => Promise<void>
  /** Asks anew with the identity as it is now. */
  readonly rejoin: () => void
  /** Does not wait for the next try to connect. */
  readonly retry: () => void
  readonly close: () => void
}

/**
 * Which room: one with a code, one that is yet to be made, any public one, or one's own for the challenge of the day or a
 * quick rush; the last two begin to play at once.
 */
export type Door =
  | { readonly name: 'code'; readonly code: string }
  | { readonly name: 'new' | 'quick' | 'daily' | 'rush-30' | 'rush-60' }

function isReadyToStart({ name }: Door): boolean {
  return name === 'daily' || name === 'rush-30' || name === 'rush-60'
}

type RoomClientOptions = {
  readonly door: Door
  readonly isSpectator: boolean
  /** Shows the room without a seat in it; needs a door with a code. */
  readonly isTv?: boolean
  readonly onCode: (code: string) => void
  /** Where the server is, if not where the page came from. */
  readonly url?: string
  readonly headers?: Record<string, string>
}

/** What `say` has already checked by its type and socket.io cannot see through the generic name. */
type Acknowledged = { emitWithAck(event: ClientMessageName, message: unknown): Promise<Acknowledgement> }

/** A refusal after which asking again is of no use. */
export const finalRefusals: readonly Refusal[] = [
  'no-such-room',
  'room-full',
  'no-room-to-watch',
  'enough-tvs',
  'room-locked',
  'banned',
  'banned-in-public',
  'private-name',
  'too-many-from-here',
  'server-full',
]
/** An ink refusal that says what was lost on the way, not that the ink came too late. */
const curableRefusals: readonly Refusal[] = ['ink-gap', 'too-often', 'bad-message', 'paused']
const rush: RoomSettings = { ...defaultRoomSettings, mode: 'rush' }
const acknowledgeWithinMs = 8_000
const tryAgainMs = 1_500
/** For both transports together. */
const openWithinMs = 8_000

/** By this device's clock as it was when the page opened, ms since the epoch: nobody sets it in mid-round. */
const deviceNow = () => performance.timeOrigin + performance.now()

/** One player's line to one room: keeps the store true to what the server says, through every loss of connection. */
export function openRoom(options: RoomClientOptions): RoomClient {
  const store = createStore<RoomState>(() => ({ ...newRoomState, isStarting: isReadyToStart(options.door) }))
  const socket: Socket<ServerToClient, ClientToServer> = io(options.url ?? '', {
    transports: transportsToTry(),
    tryAllTransports: true,
    timeout: openWithinMs,
    auth: { protocolVersion, isTv: options.isTv ?? false },
    reconnectionDelayMax: 3_000,
    forceNew: true,
    ...(options.headers ? { extraHeaders: options.headers } : {}),
  })
  let { door } = options
  let isSending = false
  let isClosed = false
  let nextTry: ReturnType<typeof setTimeout> | undefined

  const isOver = () => isClosed || store.getState().connection.name === 'ended'
  const become = (connection: Connection) => store.setState({ connection })
  const setLine = (changed: Partial<Line>) =>
    store.setState(({ line }) => ({ line: { ...line, ...changed } }))
  const end = (ending: (Connection & { name: 'ended' })['ending']) => {
    clearTimeout(nextTry)
    become({ name: 'ended', ending })
    socket.disconnect()
  }
  /** There is one next try, to connect or to sit: two at once would make two rooms. */
  const tryLater = (attempt: () => void) => {
    clearTimeout(nextTry)
    nextTry = setTimeout(attempt, tryAgainMs)
  }
  const say: RoomClient['say'] = async (name, message) => {
    if (!socket.connected) return { ok: false, refusal: 'unreachable' }
    const line = socket.timeout(acknowledgeWithinMs) as unknown as Acknowledged
    return line.emitWithAck(name, message).catch((): Acknowledgement => ({ ok: false, refusal: 'no-answer' }))
  }

  /** After a no or a close by the server, socket.io leaves it to us to try again. */
  function connectLater(): void {
    if (!socket.active && !isOver()) tryLater(() => socket.connect())
  }

  async function sit(): Promise<void> {
    const { id } = socket
    const answer = await knock()
    // Another connection asks for itself.
    if (isOver() || socket.id !== id) return
    if (!answer.ok) {
      if (answer.refusal === 'bad-message') return end('no-such-room')
      if (finalRefusals.includes(answer.refusal)) return end(answer.refusal)
      become({ name: 'reconnecting', isServerClosing: answer.refusal === 'server-closing' })
      setLine({ reason: answer.refusal })
      return tryLater(sit)
    }
    become({ name: 'connected' })
    setLine({ reason: null })
    sendSoon()
    if (door.name !== 'code' && answer.code) {
      door = { name: 'code', code: answer.code }
      options.onCode(answer.code)
    }
    if (!store.getState().isStarting) return
    await say('game:start', {})
    store.setState({ isStarting: false })
  }

  function knock(): Promise<Acknowledgement> {
    switch (door.name) {
      case 'code':
        if (options.isTv) return say('room:watch', { code: door.code })
        return say('room:join', { code: door.code, isSpectator: options.isSpectator })
      case 'new':
        return say('room:create', {})
      case 'quick':
        return say('room:quick', {})
      case 'daily':
        return say('room:daily', {})
      case 'rush-30':
        return say('room:create', { settings: { ...rush, roundSeconds: 30 } })
      case 'rush-60':
        return say('room:create', { settings: { ...rush, roundSeconds: 60 } })
    }
  }

  async function resync(): Promise<void> {
    const answer = await say('room:resync', {})
    if (!answer.ok && answer.refusal === 'too-often') setTimeout(resync, 500)
  }

  function send(): void {
    const { own, connection, isBehind, room } = store.getState()
    const maySend = connection.name === 'connected' && !isBehind && !room?.pause
    const batch = own && maySend ? nextBatch(own.log) : null
    isSending = batch !== null
    if (!own || !batch) return
    const { round, drawing, isByKeyboard } = own
    store.setState({ own: { ...own, log: markSent(own.log, batch.from + batch.ops.length) } })
    const ops = encodeInk(batch.ops)
    void say('ink:add', { round, drawing, from: batch.from, ops, isByKeyboard }).then((answer) => {
      if (answer.ok || !curableRefusals.includes(answer.refusal) || store.getState().isBehind) return
      // What the server does not understand it would not understand the second time either.
      const isLost = answer.refusal === 'bad-message'
      store.setState({ isBehind: true, ...(isLost && { own: null }) })
      void resync()
    })
    setTimeout(send, settings.inkBatchMs)
  }
  const sendSoon = () => {
    if (!isSending) send()
  }

  socket.io.on('open', () => {
    rememberTransport(socket.io.engine.transport.name)
    socket.io.opts.transports = transportsToTry()
  })
  socket.on('connect', () => {
    store.setState({ isClockStale: true })
    setLine({ isOpen: true })
    clearTimeout(nextTry)
    void sit()
  })
  socket.on('disconnect', () => {
    clearTimeout(nextTry)
    setLine({ isOpen: false })
    const { connection } = store.getState()
    if (connection.name === 'connected') become({ name: 'reconnecting', isServerClosing: false })
    connectLater()
  })
  socket.on('connect_error', (error) => {
    const reason = reasonOf(error)
    // A server that has said that it closes says nothing more until it is back.
    if (reason !== null || store.getState().line.reason !== 'server-closing') setLine({ reason })
    // A server that takes no connection now may take one soon; what it says of this player is its last word.
    const refusal = refusalOf(error)
    if (refusal === undefined || refusal === 'server-closing' || refusal === 'too-often') {
      const { connection, room } = store.getState()
      if (room && connection.name !== 'reconnecting') become({ name: 'reconnecting', isServerClosing: false })
      connectLater()
    } else end(refusal)
  })
  socket.on('room:view', (view) => {
    store.setState((state) => applyView(state, view, deviceNow()))
    sendSoon()
  })
  socket.on('drawing:progressed', (progress) => {
    const wasBehind = store.getState().isBehind
    store.setState((state) => applyProgress(state, progress))
    if (!wasBehind && store.getState().isBehind) void resync()
  })
  socket.on('emote:sent', (sent) => {
    store.setState(({ emote }) => ({ emote: { ...sent, number: (emote?.number ?? 0) + 1 } }))
  })
  socket.on('lag:probe', (answer) => answer())
  socket.on('seat:taken', () => end('taken'))
  socket.on('seat:removed', ({ reason }) => end(reason))
  socket.on('server:closing', () => {
    become({ name: 'reconnecting', isServerClosing: true })
    setLine({ reason: 'server-closing' })
  })

  return {
    store,
    say,
    draw(ops, isByKeyboard) {
      const { own } = store.getState()
      if (!own) return true
      const grown = addOwnInk(own, ops, isByKeyboard)
      store.setState({ own: grown })
      sendSoon()
      return grown !== own
    },
    now() {
      const { room, clockOffsetMs } = store.getState()
      return room?.pause?.at ?? deviceNow() + (clockOffsetMs ?? 0)
    },
    async leave() {
      const { ok } = await say('room:leave', {})
      if (!ok) end('left')
    },
    rejoin() {
      become({ name: 'connecting' })
      socket.disconnect()
      socket.connect()
    },
    retry() {
      socket.disconnect()
      socket.connect()
    },
    close() {
      isClosed = true
      clearTimeout(nextTry)
      socket.disconnect()
    },
  }
}
