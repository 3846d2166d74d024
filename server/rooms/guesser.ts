import type { Logger } from 'pino'
import { isJudged } from '#game/drawing/drawing'
import { type InkOp, strokesOf } from '#game/drawing/ink'
import type { PersistentList } from '#game/persistent-list'
import { nothingDrawn } from '#game/records/rescore'
import type { CommandOf } from '#game/room/command'
import { currentDrawing, type Room } from '#game/room/room'
import { settings } from '#game/settings'
import type { Clock } from '#server/host/clock'
import { type Classifier, OverloadedError } from '#server/judge/classifier'
import type { LatencyMetrics } from './ports'

/** A judge that failed is asked again after this. */
const retryMs = 1_000

export type Guesser = {
  /** Asks about every canvas whose newest ink has not been judged, unless one is in flight. */
  requestGuesses(room: Room): void
}

/**
 * Keeps one guess in flight for each canvas. Ink that arrives meanwhile waits, and stale ink is never asked about.
 * @param answer takes the command in which the judge's answer returns to the room
 * @param requestAgain called after an answer, and a little after a failure
 */
export function createGuesser(
  {
    classifier,
    clock,
    latency,
    log,
  }: { classifier: Classifier; clock: Clock; latency: LatencyMetrics; log: Logger },
  answer: (command: CommandOf<'guess:make'>) => void,
  requestAgain: () => void,
): Guesser {
  const inFlight = new Set<string>()
  /** When the newest op of this ink arrived; ink that grows becomes another list. */
  const arrivedAt = new WeakMap<PersistentList<InkOp>, number>()

  async function ask(
    room: Room,
    game: NonNullable<Room['game']>,
    canvasIndex: number,
    key: string,
  ): Promise<void> {
    const canvas = canvasesOf(room)[canvasIndex]
    if (!canvas) return
    inFlight.add(key)
    const { ink } = currentDrawing(canvas)
    const strokes = strokesOf(ink)
    const on = { round: game.round, canvas: canvasIndex, drawing: canvas.drawings.length - 1 }
    try {
      const thousandths = await (strokes.length > 0
        ? classifier.classify(strokes, game.judge.version, room.code)
        : nothingDrawn)
      inFlight.delete(key)
      latency.guessMade(clock.now() - (arrivedAt.get(ink) ?? clock.now()))
      answer({ type: 'guess:make', ...on, guess: { opCount: ink.length, thousandths } })
      requestAgain()
    } catch (error) {
      inFlight.delete(key)
      const isOverloaded = error instanceof OverloadedError
      log[isOverloaded ? 'debug' : 'error']({ err: error, code: room.code }, 'A drawing could not be judged')
      clock.wakeAt(clock.now() + (isOverloaded ? settings.inkBatchMs : retryMs), requestAgain)
    }
  }

  return {
    requestGuesses(room) {
      const { game } = room
      if (!game) return
      canvasesOf(room).forEach((canvas, canvasIndex) => {
        const key = `${game.id} ${game.round} ${canvasIndex}`
        const drawing = currentDrawing(canvas)
        if (isJudged(drawing)) return
        if (!arrivedAt.has(drawing.ink)) arrivedAt.set(drawing.ink, clock.now())
        if (!inFlight.has(key)) void ask(room, game, canvasIndex, key)
      })
    },
  }
}

function canvasesOf({ phase }: Room) {
  return phase.name === 'drawing' || phase.name === 'judging' ? phase.canvases : []
}
