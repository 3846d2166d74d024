import { memoise } from '#game/memoise'
import { answerOfSum } from '#game/prompts/sums'
import type { Digit, PlayerId } from '#game/protocol/scalars'
import type { RoomView, Seat } from '#game/protocol/server-messages'
import { noStrokes, type StrokeState } from '../../ink/canvas/stroke-state'
import { type LiveCanvas, ownCanvasOf, type RoomState } from './room-state'

/** The ink on a canvas: what the own pen has drawn there, else what the server has told. */
export function strokesOn({ own, canvases }: RoomState, index: number): StrokeState {
  return (own?.canvas === index ? own.strokeState : canvases[index]?.strokeState) ?? noStrokes
}

/** [R28] The digit that a canvas asks for; the answer of its sum where it shows one. Not to be shown before the lock. */
export function digitOf({ prompt, sum }: Pick<LiveCanvas, 'prompt' | 'sum'>): Digit {
  return prompt ?? (sum ? answerOfSum(sum) : 0)
}

/** The seat of a player, or [R26] what stands for one of a ghost. */
export function seatOf(room: Pick<RoomView, 'seats' | 'ghosts'> | null, id: PlayerId): Seat | undefined {
  return [...(room?.seats ?? []), ...(room?.ghosts?.seats ?? [])].find((seat) => seat.id === id)
}

type Drawers = LiveCanvas['players']
const noDrawers: Drawers = []

/**
 * What is worked out of who is in the room and who shares a canvas, which stay the same objects while ink comes in: so it is the
 * same object with every batch of ink, and costs nothing then.
 */
function memoiseDrawers<Value>(compute: (room: RoomState['room'], drawers: Drawers) => Value) {
  const inRoom = memoise<object, (drawers: Drawers) => Value>()
  return ({ canvases, room }: RoomState, index: number): Value =>
    inRoom(room ?? noDrawers, () => {
      const known = memoise<Drawers, Value>()
      return (drawers) => known(drawers, () => compute(room, drawers))
    })(canvases[index]?.players ?? noDrawers)
}

/** Those who share a canvas, in their order of drawing; players who have left are not among them. */
export const seatsAt = memoiseDrawers((room, drawers): readonly Seat[] =>
  drawers.flatMap((id) => seatOf(room, id) ?? []),
)

/** [D6] The inks of those who share a canvas, by their order of drawing, or the one of whose it is. */
export const coloursAt = memoiseDrawers((room, drawers): readonly number[] =>
  drawers.map((id) => seatOf(room, id)?.colour ?? 0),
)

/** With how many points a player came into the round. */
export function scoreOf({ room }: RoomState, id: PlayerId): number {
  return seatOf(room, id)?.score ?? 0
}

/** With how many points the best of those who share a canvas came into the round. */
export function bestScoreAt(state: RoomState, index: number): number {
  return Math.max(0, ...seatsAt(state, index).map(({ score }) => score))
}

/** How many share a canvas, at most. */
export function mostSeatsIn({ canvases }: RoomState): number {
  return Math.max(1, ...canvases.map(({ players }) => players.length))
}

/** The indices of everybody else's canvases. */
export function otherCanvasesOf(state: RoomState): readonly number[] {
  const own = ownCanvasOf(state)
  return [...state.canvases.keys()].filter((index) => index !== own)
}
