import { io, type Socket } from 'socket.io-client'
import type { InkOp } from '#game/drawing/ink'
import { encodeInk } from '#game/drawing/ink-codec'
import { type ConsentAnswer, consentVersion } from '#game/protocol/consent'
import type { Digit, RoomSettings } from '#game/protocol/scalars'
import type { RoomView } from '#game/protocol/server-messages'
import type { Acknowledgement, ClientToServer, ServerToClient } from '#game/protocol/socket-events'
import { protocolVersion } from '#game/protocol/version'
import type { Guest } from '#server/auth/guest'
import { newGuest } from '../chaos/bot'

/** One prompt on the own canvas, from when the player has heard of it. Times are ms since the round began, by the server's clock. */
export type Turn = {
  readonly prompt: Digit
  readonly promptAtMs: number
  nowMs(): number
  /** Sends more ink for this prompt; once that is over, it goes nowhere. */
  send(ops: readonly InkOp[]): void
  /** Whether it is still asked for, and not given. */
  isOn(): boolean
}

/** What a script does with a prompt. */
export type Script = (turn: Turn) => void

export type BotHabits = {
  /** How late the player answers when the server measures the lag, ms. */
  readonly answersLagAfterMs?: number
  /** Says yes to training before the game begins. */
  readonly hasConsented?: boolean
}

export type GameToPlay = { readonly settings: RoomSettings } | 'daily'

type Podium = RoomView & { readonly phase: { readonly name: 'finished' }; readonly isUnderReview: boolean }

/** Plays a game alone, from its start to its end. @returns who it was, and the podium as they were shown it */
export async function playAlone(
  url: string,
  secret: string,
  seed: number,
  game: GameToPlay,
  script: Script,
  { answersLagAfterMs = 0, hasConsented = false }: BotHabits = {},
): Promise<{ guest: Guest; podium: Podium }> {
  const { guest, cookie } = await newGuest(secret, seed)
  if (hasConsented) await consent(url, cookie)
  const socket: Socket<ServerToClient, ClientToServer> = io(url, {
    transports: ['websocket'],
    forceNew: true,
    auth: { protocolVersion, isTv: false },
    extraHeaders: { cookie },
  })
  try {
    socket.on('lag:probe', (answer) => void setTimeout(answer, answersLagAfterMs))
    const podium = followTurns(socket, script)
    await new Promise<void>((resolve) => socket.on('connect', resolve))
    // Time enough for the lag to be known before anything depends on it.
    await new Promise((resolve) => setTimeout(resolve, 2 * answersLagAfterMs))
    if (game === 'daily') await ask(socket, 'room:daily', {})
    else await ask(socket, 'room:create', { settings: game.settings })
    await ask(socket, 'game:start', {})
    return { guest, podium: await podium }
  } finally {
    socket.disconnect()
  }
}

async function consent(url: string, cookie: string): Promise<void> {
  const response = await fetch(new URL('/api/player/consent', url), {
    method: 'POST',
    headers: { cookie, origin: url, 'content-type': 'application/json' },
    body: JSON.stringify({ hasConsented: true, version: consentVersion } satisfies ConsentAnswer),
  })
  if (!response.ok) throw new Error(`consent: ${response.status} ${await response.text()}`)
}

async function ask(socket: Socket, name: string, message: object): Promise<void> {
  const answer: Acknowledgement = await socket.emitWithAck(name, message)
  if (!answer.ok) throw new Error(`${name}: ${answer.refusal}`)
}

type Place = { readonly round: number; readonly canvas: number; readonly drawing: number }

/** @returns the podium, once it is there */
function followTurns(socket: Socket<ServerToClient, ClientToServer>, script: Script): Promise<Podium> {
  let on: Place | null = null
  let roundBeganAt = 0
  // Both are on one machine, and so on one clock.
  const nowMs = () => Date.now() - roundBeganAt

  function begin(place: Place, prompt: Digit, promptAtMs: number): void {
    on = place
    let from = 0
    const isOn = () => on === place
    const send = (ops: readonly InkOp[]) => {
      if (!isOn()) return
      const { round, drawing } = place
      void (socket as Socket).emitWithAck('ink:add', { round, drawing, from, inkText: encodeInk(ops) })
      from += ops.length
    }
    script({ prompt, promptAtMs, nowMs, send, isOn })
  }

  socket.on('drawing:progressed', ({ round, changes }) => {
    for (const change of changes) {
      if (on?.round !== round || change.canvas !== on.canvas) continue
      if (change.type === 'drawing:locked') on = null
    }
    for (const change of changes) {
      if (change.type !== 'prompt:changed' || change.canvas !== 0) continue
      begin({ round, canvas: change.canvas, drawing: change.drawing }, change.prompt ?? 0, change.promptAtMs)
    }
  })
  return new Promise((resolve) => {
    let isOver = false
    let isHeld = false
    socket.on('result:held', () => {
      isHeld = true
    })
    socket.on('room:view', (view) => {
      const { phase } = view
      if (phase.name === 'finished' && !isOver) {
        isOver = true
        // What is said of a held result follows the view, and comes before the answer.
        void ask(socket, 'room:resync', {}).then(() => resolve({ ...view, phase, isUnderReview: isHeld }))
      }
      if (phase.name === 'reveal') socket.emit('round:ready', { round: phase.round }, () => {})
      if (phase.name !== 'drawing') on = null
      else if (on === null && phase.canvases[0]?.lock === null) {
        const { prompt, promptAtMs, drawing } = phase.canvases[0]
        if (prompt === null) return
        roundBeganAt = phase.startedAt
        begin({ round: phase.round, canvas: 0, drawing }, prompt ?? 0, promptAtMs)
      }
    })
  })
}
