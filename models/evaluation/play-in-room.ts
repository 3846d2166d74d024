import { guessOf } from '#game/drawing/drawing'
import { type InkOp, strokesOf } from '#game/drawing/ink'
import { shownOf } from '#game/drawing/pen-path'
import { type Digit, defaultRoomSettings } from '#game/protocol/scalars'
import type { DrawingRecord } from '#game/records/record'
import { nothingDrawn } from '#game/records/rescore'
import type { Command } from '#game/room/command'
import { currentDrawing, newRoom, type Room } from '#game/room/room'
import { nextDeadline, step } from '#game/room/step'
import { settings } from '#game/settings'
import { classifyShown } from '#models/classify-shown'
import type { Judge } from '#models/judge'
import type { RecordedDrawing } from '#models/samples-format/read-strokes'
import { asPlayed } from './as-played'
import { fitToPad } from './fit-to-pad'

/** No data set has prompts, networks or servers: what is usual of each, in ms. */
const assumed = { reactionMs: 500, wayMs: 20, judgeMs: 10 } as const
/** The server asks about a canvas in every second tick at most. */
const ticksPerGuess = 2
const player = '00000000-0000-4000-8000-00000000000a'
const startedAt = 1_000_000

/** What came of a recorded drawing that was drawn in a round of its own. */
export type RoomPlay = {
  readonly record: DrawingRecord
  /** When its player was shown the lock, in ms since the prompt; null where there was none before the end. */
  readonly shownMs: number | null
  /** When the pen was lifted for the last time, by the player's clock, in ms since the prompt. */
  readonly drawnMs: number
}

/**
 * Plays a recorded drawing in a room, by the rules of the game and as a server runs them: ink arrives in batches, the judge is asked in
 * ticks, and one answer at a time comes back a little later. There is no network and no browser.
 * @throws RangeError when the drawing has no ink
 */
export function playInRoom(
  digit: Digit,
  drawing: Pick<RecordedDrawing, 'strokes'>,
  judge: Pick<Judge, 'classify'>,
): RoomPlay {
  const ink = asPlayed({ strokes: fitToPad(drawing.strokes) })
  const last = ink.at(-1)
  if (!last) throw new RangeError('a drawing without ink cannot be played')
  const game = new PlayedRoom(digit, judge)
  for (const ops of batchesOf(ink)) game.send(ops)
  return { ...game.play(), drawnMs: last.atMs + assumed.reactionMs }
}

function batchesOf(ink: readonly InkOp[]): InkOp[][] {
  return [...new Set(ink.map(({ atMs }) => atMs))].map((atMs) =>
    ink.filter((op) => op.atMs === atMs).map(later),
  )
}

function later(op: InkOp): InkOp {
  const atMs = op.atMs + assumed.reactionMs
  if (op.kind !== 'draw') return { ...op, atMs }
  return { ...op, atMs, points: op.points.map((point) => ({ ...point, t: point.t + assumed.reactionMs })) }
}

/** A room with one player and a clock of its own. */
class PlayedRoom {
  #room: Room
  #now = startedAt
  #record: DrawingRecord | null = null
  #shownAt: number | null = null
  #toldAt = startedAt
  readonly #judge: Pick<Judge, 'classify'>
  readonly #arriving: { readonly at: number; readonly ops: readonly InkOp[] }[] = []
  readonly #roundAt: number
  #answer: { readonly at: number; readonly command: Command } | null = null
  #askedAt = Number.NEGATIVE_INFINITY

  constructor(digit: Digit, judge: Pick<Judge, 'classify'>) {
    this.#judge = judge
    this.#room = newRoom('CDFGH', { ...defaultRoomSettings, rounds: 1, digits: [digit] })
    this.#does({ type: 'player:join', playerId: player, name: 'Hand', colour: 0, isSpectator: false })
    const engine = { version: 'digits-v1', engine: 'wasm' } as const
    this.#does({ type: 'game:start', playerId: player, gameId: player, seed: 1, judge: engine })
    while (this.#room.phase.name !== 'drawing') this.#passTime(nextDeadline(this.#room))
    this.#roundAt = this.#now
  }

  send(ops: readonly InkOp[]): void {
    this.#arriving.push({ at: this.#roundAt + (ops[0]?.atMs ?? 0) + assumed.wayMs, ops })
  }

  play(): Pick<RoomPlay, 'record' | 'shownMs'> {
    while (!this.#record) {
      const [next] = this.#arriving
      const askAt = this.#nextAskAt()
      this.#passTime(
        Math.min(nextDeadline(this.#room), next?.at ?? Infinity, this.#answer?.at ?? Infinity, askAt),
      )
      if (next && next.at <= this.#now) this.#add(this.#arriving.shift()?.ops ?? [])
      if (this.#answer && this.#answer.at <= this.#now) {
        const { command } = this.#answer
        this.#answer = null
        this.#does(command)
      }
      if (askAt <= this.#now) this.#ask()
    }
    const { promptAtMs } = this.#record
    const shownMs = this.#shownAt === null ? null : this.#shownAt - this.#roundAt - promptAtMs
    return { record: this.#record, shownMs }
  }

  #passTime(at: number): void {
    this.#now = Math.max(this.#now, at)
    this.#does({ type: 'time:pass' })
  }

  #does(command: Command): void {
    const { room, events } = step(this.#room, command, this.#now)
    this.#room = room
    // What happens is told at once after a silence, else together, a tick after what was told before.
    if (events.length > 0 && this.#toldAt <= this.#now)
      this.#toldAt = Math.max(this.#now, this.#toldAt + settings.inkBatchMs)
    for (const event of events) {
      if (event.type === 'drawing:locked' && room.phase.name === 'drawing')
        this.#shownAt ??= this.#toldAt + assumed.wayMs
      if (event.type === 'round:finished') this.#record = event.record.drawings[0] ?? null
    }
  }

  #drawing() {
    const { phase } = this.#room
    const canvas = phase.name === 'drawing' || phase.name === 'judging' ? phase.canvases[0] : undefined
    return canvas ? currentDrawing(canvas) : null
  }

  #add(ops: readonly InkOp[]): void {
    const from = this.#drawing()?.ink.length ?? 0
    const on = { round: 0, drawing: 0, from }
    this.#does({ type: 'ink:add', playerId: player, ...on, ops, isByKeyboard: false, lagMs: assumed.wayMs })
  }

  /** Infinity while an answer is on its way, and where all has been judged. */
  #nextAskAt(): number {
    const drawing = this.#drawing()
    const seen = drawing?.guesses.at(-1)?.opCount ?? 0
    if (!drawing || this.#answer || seen === drawing.ink.length) return Infinity
    return Math.max(nextTick(this.#now), this.#askedAt + ticksPerGuess * settings.inkBatchMs)
  }

  #ask(): void {
    const drawing = this.#drawing()
    if (!drawing) return
    this.#askedAt = this.#now
    const opCount = drawing.ink.length
    const shown = shownOf(strokesOf(drawing.ink, opCount))
    const answer = shown ? classifyShown(this.#judge, [shown])[0] : nothingDrawn
    if (!answer) throw new RangeError('the judge has no answer to a drawing')
    const guess = guessOf(answer, opCount, drawing.prompt)
    const command = { type: 'guess:make', round: 0, canvas: 0, drawing: 0, guess } as const
    this.#answer = { at: this.#now + assumed.judgeMs, command }
  }
}

function nextTick(now: number): number {
  return startedAt + Math.ceil((now - startedAt) / settings.inkBatchMs) * settings.inkBatchMs
}
