import type { StoreApi } from 'zustand/vanilla'
import type { Refusal } from '#game/protocol/refusal'
import { nobody, type RoomCode } from '#game/protocol/scalars'
import type { Acknowledgement } from '#game/protocol/socket-events'
import { applyYou } from './apply-view'
import { reasonOf, refusalOf } from './reason-of'
import type { ClientSocket, SendRequest } from './requests'
import type { ConnectionState, Ending, LinkState, RoomState } from './room-state'
import { type Attendance, type RoomTarget, requestToJoin } from './room-target'

type ConnectionParts = {
  readonly socket: ClientSocket
  readonly store: StoreApi<RoomState>
  readonly request: SendRequest
  readonly target: RoomTarget
  readonly attendance: Attendance
  /** Called with the code of a room that was made or found. */
  readonly onCode: (code: RoomCode) => void
  readonly onJoined: () => void
}

export type RoomConnection = {
  /** Ends the visit for good: nothing reconnects after it but `rejoin`. */
  end(ending: Ending): void
  /** Joins anew with the identity as it is now, also after the end. */
  rejoin(): void
  /** Does not wait for the next try to connect. */
  retry(): void
  close(): void
}

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
  'server-busy',
]
const retryMs = 1_500

/** Joins the room, and joins it again after every loss of connection, until the visit ends. */
export function keepConnected(parts: ConnectionParts): RoomConnection {
  const { socket, store, request, attendance, onCode, onJoined } = parts
  let { target } = parts
  let isClosed = false
  let nextTry: ReturnType<typeof setTimeout> | undefined

  const isOver = () => isClosed || store.getState().connection.name === 'ended'
  const setConnection = (connection: ConnectionState) => store.setState({ connection })
  const setLink = (changed: Partial<LinkState>) =>
    store.setState(({ line }) => ({ line: { ...line, ...changed } }))

  /** There is one next try, to connect or to join: two at once would make two rooms. */
  function tryLater(attempt: () => void): void {
    clearTimeout(nextTry)
    nextTry = setTimeout(attempt, retryMs)
  }

  /** After a refusal or a close by the server, socket.io leaves it to us to try again. */
  function connectLater(): void {
    if (!socket.active && !isOver()) tryLater(() => socket.connect())
  }

  function end(ending: Ending): void {
    clearTimeout(nextTry)
    setConnection({ name: 'ended', ending })
    socket.disconnect()
  }

  async function join(): Promise<void> {
    const { id } = socket
    const answer = await requestToJoin(request, target, attendance)
    // The visit is over, or another connection joins for itself.
    if (socket.id !== id) return
    if (answer.ok) await enter(answer)
    else waitOrEnd(answer.refusal)
  }

  async function enter({ code, you = nobody }: Acknowledgement & { ok: true }): Promise<void> {
    store.setState((state) => applyYou(state, you))
    setConnection({ name: 'connected' })
    setLink({ reason: null })
    onJoined()
    if (target.name !== 'code' && code) {
      target = { name: 'code', code }
      onCode(code)
    }
    if (!store.getState().isStarting) return
    await request('game:start', {})
    store.setState({ isStarting: false })
  }

  function waitOrEnd(refusal: Refusal): void {
    if (refusal === 'bad-message') end('no-such-room')
    else if (finalRefusals.includes(refusal)) end(refusal)
    else {
      setConnection({ name: 'reconnecting', isServerClosing: refusal === 'server-closing' })
      setLink({ reason: refusal })
      tryLater(join)
    }
  }

  socket.on('connect', () => {
    store.setState({ isClockStale: true })
    setLink({ isOpen: true })
    clearTimeout(nextTry)
    void join()
  })
  socket.on('disconnect', () => {
    clearTimeout(nextTry)
    setLink({ isOpen: false })
    const { connection } = store.getState()
    if (connection.name === 'connected') setConnection({ name: 'reconnecting', isServerClosing: false })
    connectLater()
  })
  socket.on('connect_error', (error) => {
    const reason = reasonOf(error)
    // A server that has said that it closes says nothing more until it is back.
    if (reason !== null || store.getState().line.reason !== 'server-closing') setLink({ reason })
    // A server that takes no connection now may take one soon; what it says of this player is final.
    const refusal = refusalOf(error)
    if (refusal === undefined || refusal === 'server-closing' || refusal === 'too-often') {
      const { connection, room } = store.getState()
      if (room && connection.name !== 'reconnecting')
        setConnection({ name: 'reconnecting', isServerClosing: false })
      connectLater()
    } else end(refusal)
  })
  socket.on('seat:taken', () => end('taken'))
  socket.on('seat:removed', ({ reason }) => end(reason))
  socket.on('server:closing', () => {
    setConnection({ name: 'reconnecting', isServerClosing: true })
    setLink({ reason: 'server-closing' })
  })

  function reconnect(): void {
    socket.disconnect()
    socket.connect()
  }

  return {
    end,
    rejoin() {
      setConnection({ name: 'connecting' })
      reconnect()
    },
    retry() {
      if (!isOver()) reconnect()
    },
    close() {
      isClosed = true
      clearTimeout(nextTry)
      socket.disconnect()
    },
  }
}
