import { type Lock, shownPrompt } from '#game/drawing/drawing'
import type { InkOp } from '#game/drawing/ink'
import { decodeInk, encodeInk } from '#game/drawing/ink-codec'
import { memoise } from '#game/memoise'
import type { DaySecret } from '#game/prompts/daily'
import type { CanvasView } from '#game/protocol/canvas-view'
import { ghostMark } from '#game/protocol/constants'
import type { GameId, GhostKind } from '#game/protocol/scalars'
import type { DrawingRecord, RecordedPlayer, Standing } from '#game/records/record'
import { settings } from '#game/settings'
import type { DrawingEvent } from './event'
import type { Game } from './room'

/** What one player drew in a stored game, to be played again. */
export type Ghost = {
  /** Id, colour and name of the ghost. It has no seat. */
  readonly player: RecordedPlayer
  /** Its drawings by round, as stored. */
  readonly rounds: readonly (readonly DrawingRecord[])[]
}

/** [R25] The start of a game against ghosts: all of them come from one stored game, whose prompts are used again. */
export type GhostRace = {
  readonly kind: GhostKind
  readonly source: GameId
  /** For a stored daily challenge: the secret that its prompts are derived from. */
  readonly secret?: DaySecret
  readonly racers: readonly Ghost[]
}

/** Ghosts in a game, and how they stand. */
export type GameGhosts = GhostRace & { readonly standings: readonly Standing[] }

/** [R26] A ghost's name on screens and for screen readers, in every language. */
export function ghostName(name: string): string {
  return `${ghostMark} ${name}`
}

/** A recorded event of a ghost's round, in ms since the round began. */
type Played = { readonly atMs: number; readonly event: UnplacedEvent }
type Unplaced<Event> = Event extends DrawingEvent ? Omit<Event, 'canvas'> : never
type UnplacedEvent = Unplaced<Exclude<DrawingEvent, { type: 'pen:passed' }>>

/** Memoised, because a round is played in many small steps. */
const timelines = memoise<readonly DrawingRecord[], readonly Played[]>()

/** [R26] The timeline of a ghost's round: prompts, ink, guesses and locks, in the order in which they happened. */
function timelineOf(drawings: readonly DrawingRecord[]): readonly Played[] {
  return timelines(drawings, () =>
    drawings
      .flatMap((record, drawing) => playDrawing(record, drawing, drawings[drawing + 1]?.promptAtMs))
      .sort((one, other) => one.atMs - other.atMs),
  )
}

/** @param untilMs when the next prompt appeared: nothing happened to this drawing after that */
function playDrawing(record: DrawingRecord, drawing: number, untilMs = Number.POSITIVE_INFINITY): Played[] {
  const { promptAtMs, guesses, lock, points, isByKeyboard } = record
  const ops = decodeInk(record.ink)
  const seenAtMs = (opCount: number) => ops[opCount - 1]?.atMs ?? promptAtMs
  const appeared: Played = {
    atMs: promptAtMs,
    event: { type: 'prompt:changed', drawing, ...shownPrompt(record), promptAtMs },
  }
  const happened: Played[] = [
    ...(drawing > 0 ? [appeared] : []),
    ...ops.map(
      (op, from): Played => ({
        atMs: op.atMs,
        event: { type: 'ink:added', drawing, from, ops: [op], isByKeyboard },
      }),
    ),
    ...guesses.map(
      (guess): Played => ({
        atMs: seenAtMs(guess.opCount),
        event: { type: 'guess:made', drawing, guess },
      }),
    ),
    ...(lock ? [{ atMs: lockedMs(promptAtMs, ops, lock), event: locked(drawing, lock, points) }] : []),
  ]
  return happened.map((each) => ({ ...each, atMs: Math.min(untilMs, each.atMs) }))
}

/**
 * When a lock was shown: it had held, and the pen had been lifted [S2]. By the ink alone, for guesses are pruned. Where no lift follows, the
 * end of the round was the lift, and the lock is seen in the reveal.
 */
function lockedMs(promptAtMs: number, ops: readonly InkOp[], lock: Lock): number {
  const sureAtMs = promptAtMs + lock.atMs
  const lift = ops.find(({ kind, atMs }) => (kind === 'lift' || kind === 'undo') && atMs >= sureAtMs)
  return Math.max(sureAtMs + settings.lockHoldMs, lift?.atMs ?? Number.POSITIVE_INFINITY)
}

function locked(drawing: number, lock: Lock, points: number): UnplacedEvent {
  return { type: 'drawing:locked', drawing, lock, points }
}

/** The ghosts that drew in a round, in the order of their canvases, which come after those of people. */
export function ghostsIn({ ghosts }: Pick<Game, 'ghosts'>, round: number): readonly Ghost[] {
  return (ghosts?.racers ?? []).filter(({ rounds }) => (rounds[round]?.length ?? 0) > 0)
}

/** When the next ghost does something, in ms since the round began, in steps of `ghostStepMs`; Infinity when none does. */
export function nextGhostMs(game: Game, playedMs: number): number {
  const next = ghostsIn(game, game.round).map(
    ({ rounds }) => timelineOf(rounds[game.round] ?? []).find(({ atMs }) => atMs > playedMs)?.atMs,
  )
  const least = Math.min(...next.map((atMs) => atMs ?? Number.POSITIVE_INFINITY))
  return Math.ceil(least / settings.ghostStepMs) * settings.ghostStepMs
}

/** What ghosts did after `fromMs` and up to `toMs`. @param firstCanvas index of the first ghost's canvas */
export function playGhosts(game: Game, firstCanvas: number, fromMs: number, toMs: number): DrawingEvent[] {
  return ghostsIn(game, game.round).flatMap(({ rounds }, index) =>
    timelineOf(rounds[game.round] ?? [])
      .filter(({ atMs }) => atMs > fromMs && atMs <= toMs)
      .map(({ event }) => ({ ...event, canvas: firstCanvas + index }) as DrawingEvent),
  )
}

/** [V1] The canvases of ghosts as they are at `playedMs`. */
export function viewGhostCanvases(game: Game, playedMs: number): CanvasView[] {
  return ghostsIn(game, game.round).map(({ player, rounds }) => {
    const drawings = rounds[game.round] ?? []
    const played = timelineOf(drawings).filter(({ atMs }) => atMs <= playedMs)
    const empty = { ...newCanvas(player, drawings[0]), ops: [] as readonly InkOp[] }
    const { ops, ...canvas } = played.reduce((sum, { event }) => apply(sum, event), empty)
    return { ...canvas, inkText: encodeInk(ops) }
  })
}

type GhostCanvas = Omit<CanvasView, 'inkText'> & { readonly ops: readonly InkOp[] }

function newCanvas({ id }: RecordedPlayer, first: DrawingRecord | undefined): Omit<GhostCanvas, 'ops'> {
  return {
    ...{ players: [id], pen: id, drawing: 0 },
    ...(first ? shownPrompt(first) : { prompt: null }),
    promptAtMs: first?.promptAtMs ?? 0,
    ...{ guess: null, lock: null, wrongLocks: 0, isByKeyboard: first?.isByKeyboard ?? false, points: 0 },
  }
}

function apply(canvas: GhostCanvas, event: UnplacedEvent): GhostCanvas {
  switch (event.type) {
    case 'prompt:changed': {
      const { type: _, sum, ...shown } = event
      const { sum: __, ...others } = canvas
      const blank = { guess: null, lock: null, wrongLocks: 0, ops: [] }
      return { ...others, ...shown, ...(sum && { sum }), ...blank }
    }
    case 'ink:added':
      return { ...canvas, ops: [...canvas.ops, ...event.ops] }
    case 'guess:made':
      return { ...canvas, guess: { ...event.guess, thousandths: [...event.guess.thousandths] } }
    case 'drawing:locked':
      return { ...canvas, lock: event.lock, points: canvas.points + event.points }
    case 'drawing:wrong-locked':
      return { ...canvas, wrongLocks: event.wrongLocks }
  }
}

/** What ghosts drew in the round, as they are shown in its reveal. @param firstCanvas as above */
export function ghostRecords(game: Game, firstCanvas: number): DrawingRecord[] {
  return ghostsIn(game, game.round).flatMap(({ player, rounds }, index) =>
    (rounds[game.round] ?? []).map((record) => ({
      ...record,
      canvas: firstCanvas + index,
      players: [player],
    })),
  )
}
