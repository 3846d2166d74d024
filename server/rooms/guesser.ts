import type { Logger } from 'pino'
import { guessOf, isJudged } from '#game/drawing/drawing'
import { nothingDrawn } from '#game/records/rescore'
import type { CommandOf } from '#game/room/command'
import { type Canvas, currentDrawing, type Game, type Room } from '#game/room/room'
import type { Clock } from '#server/host/clock'
import { type Classifier, OverloadedError } from '#server/judge/classifier'
import { createInkPacker } from '#server/judge/packed-drawings'
import type { Pace } from './pace'
import type { LatencyMetrics } from './ports'

/** A judge that failed is asked again after this. */
const retryMs = 1_000
export type Guesser = {
  /** Notes when the newest ink of a canvas arrived. */
  inkArrived(canvas: number, at: number): void
  /** Asks about every canvas whose newest ink has not been judged, unless one is in flight. */
  requestGuesses(room: Room): void
}

/** One canvas in one round. */
type Watched = {
  isInFlight: boolean
  /** Not before then it is asked about again. */
  dueAt: number
  /** Its turn among the other canvases of the room is for guesses every so many ticks. */
  every: number
  drawing: number
  /** How much of the drawing's ink is packed. */
  opCount: number
  packer: ReturnType<typeof createInkPacker>
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
    pace,
  }: { classifier: Classifier; clock: Clock; latency: LatencyMetrics; log: Logger; pace: Pace },
  answer: (command: CommandOf<'guess:make'>) => void,
  requestAgain: () => void,
): Guesser {
  let watched: Watched[] = []
  let alarm = { at: Number.POSITIVE_INFINITY, callOff: () => {} }
  let isRequestDue = false
  let watchedGame = ''
  let watchedRound = -1
  /** When the newest ink of each canvas arrived. */
  const arrivedAt: number[] = []

  function watchRound({ id, round }: Game): void {
    if (round === watchedRound && id === watchedGame) return
    watched = []
    watchedGame = id
    watchedRound = round
  }

  function watch(canvasIndex: number): Watched {
    const known = watched[canvasIndex]
    if (known) return known
    const added = {
      isInFlight: false,
      dueAt: Number.NEGATIVE_INFINITY,
      every: 0,
      drawing: 0,
      opCount: 0,
      packer: createInkPacker(),
    }
    watched[canvasIndex] = added
    return added
  }

  /** All rooms have as many guesses, and fewer when ticks are longer. A room's canvases take turns, so that the judge has as much to do in each tick. */
  function takeTurn(watched: Watched, canvasIndex: number): void {
    const { tickMs, ticksPerGuess } = pace
    const sooner = watched.every === ticksPerGuess ? 0 : canvasIndex % ticksPerGuess
    watched.every = ticksPerGuess
    watched.dueAt = clock.now() + (ticksPerGuess - sooner) * tickMs
  }

  /** Ticks come some ms sooner or later, and the next one counts. */
  function isDue({ dueAt }: Watched): boolean {
    return dueAt - pace.tickMs / 4 <= clock.now()
  }

  /** @returns null where nothing is to be seen */
  function pack(canvas: Canvas, watched: Watched) {
    const drawing = canvas.drawings.length - 1
    if (watched.drawing !== drawing)
      Object.assign(watched, { drawing, opCount: 0, packer: createInkPacker() })
    const { ink } = currentDrawing(canvas)
    watched.packer.add(ink.slice(watched.opCount))
    watched.opCount = ink.length
    return watched.packer.isBlank ? null : watched.packer.pack()
  }

  /** The answers of a batch come one after the other, and all canvases are looked at once for them. */
  function requestSoon(): void {
    if (isRequestDue) return
    isRequestDue = true
    queueMicrotask(() => {
      isRequestDue = false
      requestAgain()
    })
  }

  /** Asks again then, unless it does so sooner. */
  function requestBy(at: number): void {
    if (at >= alarm.at) return
    alarm.callOff()
    const ring = () => {
      alarm = { at: Number.POSITIVE_INFINITY, callOff() {} }
      requestAgain()
    }
    alarm = { at, callOff: clock.wakeAt(at, ring) }
  }

  async function ask(room: Room, game: Game, canvasIndex: number, watched: Watched): Promise<void> {
    const canvas = canvasesOf(room)[canvasIndex]
    if (!canvas) return
    watched.isInFlight = true
    takeTurn(watched, canvasIndex)
    const since = arrivedAt[canvasIndex] ?? clock.now()
    const packed = pack(canvas, watched)
    const on = { round: game.round, canvas: canvasIndex, drawing: watched.drawing }
    const { opCount } = watched
    const { prompt } = currentDrawing(canvas)
    try {
      const said = packed ? await classifier.classify(packed, game.judge.version, room.code) : nothingDrawn
      watched.isInFlight = false
      latency.guessMade(clock.now() - since)
      answer({ type: 'guess:make', ...on, guess: guessOf(said, opCount, prompt) })
      if (isDue(watched)) requestSoon()
      else requestBy(watched.dueAt)
    } catch (error) {
      watched.isInFlight = false
      const isOverloaded = error instanceof OverloadedError
      log[isOverloaded ? 'debug' : 'error']({ err: error, code: room.code }, 'A drawing could not be judged')
      clock.wakeAt(clock.now() + (isOverloaded ? pace.ticksPerGuess * pace.tickMs : retryMs), requestAgain)
    }
  }

  return {
    inkArrived(canvas, at) {
      arrivedAt[canvas] = at
    },
    requestGuesses(room) {
      const { game } = room
      if (!game) return
      watchRound(game)
      canvasesOf(room).forEach((canvas, canvasIndex) => {
        const each = watch(canvasIndex)
        if (each.isInFlight || isJudged(currentDrawing(canvas))) return
        if (isDue(each)) void ask(room, game, canvasIndex, each)
        else requestBy(each.dueAt)
      })
    },
  }
}

function canvasesOf({ phase }: Room) {
  return phase.name === 'drawing' || phase.name === 'judging' ? phase.canvases : []
}
