import type { InkOp } from '#game/drawing/ink'
import { encodeInk } from '#game/drawing/ink-codec'
import type { CanvasView } from '#game/protocol/canvas-view'
import { defaultRoomSettings } from '#game/protocol/scalars'
import type { Change, RoomView } from '#game/protocol/server-messages'
import { newRoomState, type RoomState } from '../room-state'

/** Views and progress as a server sends them, to Ann, who plays with Ben. */

export const ann = '00000000-0000-4000-8000-00000000000a'
export const ben = '00000000-0000-4000-8000-00000000000b'

export const draw = (t: number, ...xs: number[]): InkOp => ({
  kind: 'draw',
  atMs: t,
  points: xs.map((x) => ({ x, y: 0, t })),
})
export const lift = (atMs: number): InkOp => ({ kind: 'lift', atMs })
export const guess = (opCount: number) => ({ opCount, thousandths: [0, 0, 0, 0, 0, 0, 0, 950, 0, 0, 50] })

export function canvas(
  pen: string,
  ink: readonly InkOp[] = [],
  changed: Partial<CanvasView> = {},
): CanvasView {
  const blank = { drawing: 0, prompt: 7, promptAtMs: 0, guess: null, lock: null, wrongLocks: 0, points: 0 }
  return { players: [pen], pen, inkText: encodeInk(ink), isByKeyboard: false, ...blank, ...changed }
}

/** Ann has joined, and seen nothing yet. */
export const joined: RoomState = { ...newRoomState, you: ann }

export function viewOf(sequence: number, canvases: CanvasView[], changed: Partial<RoomView> = {}): RoomView {
  const inGame = { gameStartedAt: 500, round: 0, rounds: 1, mode: 'rush' as const }
  return {
    ...{ sequence, serverNow: 5_000, code: 'CDFGH', hostId: ann, settings: defaultRoomSettings },
    ...{ seats: [], startsAt: null, pause: null, isDaily: false, isRankedTry: false },
    ...{ doVotesDecide: false, startsWithGhosts: false, isWithoutGhosts: false, ghosts: null },
    phase: { name: 'drawing', tally: [], ...inGame, startedAt: 1_000, endsAt: 31_000, canvases },
    ...changed,
  }
}

export const told = (sequence: number, ...changes: Change[]) => ({ sequence, round: 0, changes })
