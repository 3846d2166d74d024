import { randomUUID } from 'node:crypto'
import { pino } from 'pino'
import type { InkOp } from '#game/drawing/ink'
import { defaultRoomSettings } from '#game/protocol/scalars'
import { currentDrawing } from '#game/room/room'
import { settings } from '#game/settings'
import { systemClock } from '#server/host/clock'
import { openChampion } from '#server/judge/champion'
import type { Classifier } from '#server/judge/classifier'
import { createPace } from '#server/rooms/pace'
import type { RoomRunner } from '#server/rooms/room-runner'
import { openRooms } from '#server/rooms/rooms'
import { newGame } from '#server/rooms/start-next'
import { answerParent, readStart } from '../process'
import { neverLocking } from '../relay/game-client'
import { takePen } from '../relay/pen'

export type RoomsStart = { readonly otherRooms: number; readonly pensPerRoom: number }

/** Since the last time, in ms: how long guesses took in the quiet room and in the others, and how late timers were. */
export type Answered = {
  readonly quietMs: readonly number[]
  readonly otherMs: readonly number[]
  readonly lateMs: readonly number[]
}

/** Rooms with their judge, without a network: what is measured is who waits for whom. */
const { otherRooms, pensPerRoom } = readStart<RoomsStart>()
const log = pino({ level: 'warn' })
const classifier = await openChampion({ modelsFolder: 'models', engine: 'wasm', workers: 1, log })
let answered = { quietMs: [] as number[], otherMs: [] as number[], lateMs: [] as number[] }

function timed(note: (ms: number) => void): Classifier {
  return {
    ...classifier,
    judge: classifier.judge,
    load: classifier.load,
    async classify(...question) {
      const since = performance.now()
      const answer = await classifier.classify(...question)
      note(performance.now() - since)
      return answer
    },
  }
}

async function openAll(rooms: number, judge: Classifier): Promise<RoomRunner[]> {
  const opened = await openRooms(
    {
      clock: systemClock,
      classifier: judge,
      broadcaster: {
        progress() {},
        view() {},
        resultHeld() {},
        emote() {},
        ready() {},
        progressEach() {},
        viewEach() {},
        vote() {},
        voters() {},
        remove() {},
        close() {},
      },
      quickPlay: { findGhosts: async () => null, findRatings: async () => new Map() },
      recordWriter: { depth: 0, writeRound: async () => {}, writeGame: async () => {} },
      journal: {
        open: () => ({ append() {}, flush() {}, snapshot() {}, retain() {}, delete() {}, close() {} }),
        async *readAll() {},
        unwritten: 0,
        settled: async () => {},
      },
      latency: { inkSent() {}, guessMade() {} },
      pace: createPace(systemClock),
      log,
    },
    rooms,
  )
  return Array.from({ length: rooms }, () => {
    const room = opened.create({ ...defaultRoomSettings, timer: 'none', digits: [0] })
    if (!room) throw new Error('no room could be opened')
    return room
  })
}

/** @param nextOps gives each player the ink of their next batch */
function play(runner: RoomRunner, pens: number, penOf: (place: number) => () => readonly InkOp[]): void {
  const players = Array.from({ length: pens }, () => randomUUID())
  for (const playerId of players) {
    const seat = { name: 'Pen', colour: 0, isSpectator: false }
    runner.submit({ type: 'player:join', playerId, ...seat })
  }
  runner.submit({ type: 'game:start', playerId: players[0] ?? '', ...newGame(classifier) })
  players.forEach((playerId, place) => {
    const next = penOf(place)
    let dueAt = performance.now() + settings.countdownMs + 100 + Math.random() * settings.inkBatchMs
    const draw = () => {
      answered.lateMs.push(Math.max(0, performance.now() - dueAt))
      add(runner, playerId, next())
      dueAt = Math.max(dueAt + settings.inkBatchMs, performance.now())
      setTimeout(draw, dueAt - performance.now())
    }
    setTimeout(draw, dueAt - performance.now())
  })
}

function add(runner: RoomRunner, playerId: string, ops: readonly InkOp[]): void {
  const { phase, game } = runner.room
  if (phase.name !== 'drawing' || !game) return
  const canvas = phase.canvases.find(({ players }) => players.includes(playerId))
  if (!canvas) return
  const from = currentDrawing(canvas).ink.length
  const on = { round: game.round, drawing: canvas.drawings.length - 1, from }
  runner.submit({ type: 'ink:add', playerId, ...on, ops, isByKeyboard: false, lagMs: 0 })
}

/** A zigzag over the whole pad, without a lift: nothing that locks, and more to look at with every batch. */
function scribble(place: number): () => readonly InkOp[] {
  let at = place * 7
  const point = () => {
    at++
    const x = at % 2 === 0 ? 40 + ((at * 37) % 300) : 980 - ((at * 53) % 300)
    return { x, y: (at * 61) % settings.gridSize, t: at * 16 }
  }
  return () => [{ kind: 'draw', atMs: at * 16, points: [point(), point()] }]
}

const [quiet] = await openAll(
  1,
  timed((ms) => answered.quietMs.push(ms)),
)
const others = await openAll(
  otherRooms,
  timed((ms) => answered.otherMs.push(ms)),
)
if (quiet) {
  const pen = takePen(1, neverLocking)
  play(quiet, 1, () => () => pen.next())
}
for (const room of others) play(room, pensPerRoom, scribble)

answerParent<'collect', Answered>('playing', () => {
  const collected = answered
  answered = { quietMs: [], otherMs: [], lateMs: [] }
  return collected
})
