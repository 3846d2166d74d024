import type { InkOp } from '#game/drawing/ink'
import { settings } from '#game/settings'
import { type Guest, guestCookie, sealGuest } from '#server/auth/guest'
import { openRoom, type RoomClient } from '../../app/_web/play/room-client/room-client'
import type { RoomState } from '../../app/_web/play/room-client/room-state'
import type { RoomTarget } from '../../app/_web/play/room-client/room-target'
import { handwrite } from '../handwriting'

/** A player that draws its prompts with the same client code as a browser. */
export type ChaosBot = {
  readonly guest: Guest
  readonly client: RoomClient
  /** Stops drawing, and closes the connection. */
  close(): void
}

const longestReactionMs = 600

/** @returns a new guest with its cookie */
export async function newGuest(secret: string, seed: number): Promise<{ guest: Guest; cookie: string }> {
  const guest = { id: crypto.randomUUID(), name: 'Bot', colour: seed % 12 }
  return { guest, cookie: `${guestCookie}=${await sealGuest(guest, secret)}` }
}

/** @param seed of the handwriting */
export async function openBot(
  url: string,
  secret: string,
  target: RoomTarget,
  seed: number,
): Promise<ChaosBot> {
  const { guest, cookie } = await newGuest(secret, seed)
  const client = openRoom({ target, isSpectator: false, onCode() {}, url, headers: { cookie } })
  const pen = takePen(client, seed)
  const drawing = setInterval(pen, settings.inkBatchMs)
  return {
    guest,
    client,
    close() {
      clearInterval(drawing)
      client.close()
    },
  }
}

/** @returns called in every tick, draws what a hand would have drawn by then */
function takePen(client: RoomClient, seed: number): () => void {
  let writing: { key: string; beginMs: number; strokes: InkOp[][] } | null = null
  return () => {
    const state = client.store.getState()
    const on = drawable(state)
    if (!on) return
    const nowMs = Math.max(0, Math.round(client.now() - on.startedAt))
    if (writing?.key !== on.key) {
      const reactionMs = 350 + ((seed * 7919 + on.prompt * 104_729) % longestReactionMs)
      writing = { key: on.key, beginMs: nowMs + reactionMs, strokes: strokesOf(on.prompt, seed + nowMs) }
    }
    const due: InkOp[] = []
    for (let stroke = writing.strokes[0]; stroke; stroke = writing.strokes[0]) {
      const op = stroke[0]
      if (!op) writing.strokes.shift()
      else if (writing.beginMs + op.atMs > nowMs) break
      else due.push(shift(stroke.shift() as InkOp, writing.beginMs))
    }
    if (due.length > 0) client.draw(due)
  }
}

function drawable({ connection, room, phase, own, canvases }: RoomState) {
  if (connection.name !== 'connected' || phase?.name !== 'drawing' || room?.pause || !own) return null
  const canvas = canvases[own.canvas]
  if (!canvas || canvas.lock || canvas.prompt === null) return null
  const { gameStartedAt, round, startedAt } = phase
  const key = [gameStartedAt, round, own.canvas, own.drawing, startedAt].join()
  return { key, startedAt, prompt: canvas.prompt ?? 0 }
}

function strokesOf(digit: number, seed: number): InkOp[][] {
  const toGrid = (value: number) => Math.round(Math.min(1, Math.max(0, value)) * (settings.gridSize - 1))
  return handwrite(digit, seed).map((stroke) => [
    ...stroke.map(
      ({ x, y, t }): InkOp => ({ kind: 'draw', atMs: t, points: [{ x: toGrid(x), y: toGrid(y), t }] }),
    ),
    { kind: 'lift', atMs: stroke.at(-1)?.t ?? 0 },
  ])
}

function shift(op: InkOp, byMs: number): InkOp {
  const atMs = op.atMs + byMs
  return op.kind === 'draw'
    ? { ...op, atMs, points: op.points.map((point) => ({ ...point, t: point.t + byMs })) }
    : { ...op, atMs }
}
