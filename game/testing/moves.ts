import fc from 'fast-check'
import type { InkOp } from '#game/drawing/ink'
import type { ModeName, Timer } from '#game/protocol/scalars'
import { roomView } from '#game/protocol/server-messages'
import type { Command } from '#game/room/command'
import { viewFor } from '#game/room/view'
import { settings } from '#game/settings'
import { ada, answer, ben, cyd, dot, draw, lift, point, Story } from './stories'

const who = fc.constantFrom(ada, ben, cyd, dot)
const grid = fc.integer({ min: 0, max: settings.gridSize - 1 })
const op = fc.oneof(
  fc.tuple(grid, grid, fc.integer({ min: 0, max: 9_000 })).map(([x, y, t]) => draw(point(x, y, t))),
  fc.constant(lift),
  fc.constantFrom({ kind: 'undo' as const, atMs: 0 }, { kind: 'clear' as const, atMs: 0 }),
)
/** Mostly in step with the pen, at times an age. */
const waitMs = fc.oneof(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 0, max: 900 }))

/** What people and the judge may do next, and the time until they do it. */
const move = fc.oneof(
  { weight: 1, arbitrary: fc.record({ type: fc.constant('join' as const), who, flag: fc.boolean() }) },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constantFrom('leave' as const, 'disconnect' as const), who }),
  },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('start' as const), who }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('end' as const), who }) },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constantFrom('kick' as const, 'vote' as const), who, target: who }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('open' as const), who, flag: fc.boolean() }) },
  {
    weight: 12,
    arbitrary: fc.record({
      type: fc.constant('ink' as const),
      who,
      ops: fc.array(op, { minLength: 1, maxLength: 4 }),
      lagMs: fc.integer({ min: 0, max: 300 }),
    }),
  },
  {
    weight: 10,
    arbitrary: fc.record({
      type: fc.constant('guess' as const),
      who,
      isPrompt: fc.boolean(),
      thousandths: fc.integer({ min: 850, max: 1000 }),
      behind: fc.constantFrom(0, 0, 0, 1, 3),
    }),
  },
)
const many = { minLength: 20, maxLength: 120, size: 'max' } as const
export const moves = fc.array(fc.tuple(move, waitMs), many)

const restart = fc.record({
  type: fc.constant('restart' as const),
  afterMs: fc.integer({ min: 1, max: 9_000_000 }),
})
/** The server is killed now and then as well. */
export const movesAndRestarts = fc.array(
  fc.tuple(fc.oneof({ weight: 6, arbitrary: move }, { weight: 1, arbitrary: restart }), waitMs),
  many,
)

export type Moves = typeof movesAndRestarts extends fc.Arbitrary<infer T> ? T : never

/** Two players begin a game in a room of that mode, and then people and the judge do all of this. */
export function play(
  mode: ModeName,
  steps: Moves,
  timer: Timer = 'usual',
  story = newStory(mode, timer),
): Story {
  story.joins(ada, false, 'home')
  story.joins(ben)
  story.starts(ada)
  story.reaches('drawing')
  for (const [move, waitMs] of steps) {
    story.waits(waitMs)
    if (move.type === 'restart') story.restarts(move.afterMs)
    else if (move.type === 'join') story.joins(move.who, move.flag)
    else if (move.type === 'start') story.starts(move.who)
    else if (move.type === 'end') story.does({ type: 'round:end', playerId: move.who })
    else if (move.type === 'kick' || move.type === 'vote')
      story.does({ type: `player:${move.type}`, playerId: move.who, target: move.target })
    else if (move.type === 'open')
      story.does({
        type: 'settings:change',
        playerId: move.who,
        settings: { ...story.room.settings, isPublic: move.flag },
      })
    else if (move.type === 'ink') story.draws(move.who, asSent(move.ops), { lagMs: move.lagMs })
    else if (move.type === 'guess') {
      const { canvas, place } = story.canvasOf(move.who)
      if (!canvas) continue
      const prompt = story.promptOf(move.who)
      const opCount = Math.max(0, (canvas.drawings.at(-1)?.ink.length ?? 0) - move.behind)
      const guess = {
        opCount,
        thousandths: answer(move.isPrompt ? prompt : (prompt + 1) % 10, move.thousandths),
      }
      const drawing = canvas.drawings.length - 1
      story.does({ type: 'guess:make', round: story.room.game?.round ?? 0, canvas: place, drawing, guess })
    } else story.does({ type: `player:${move.type}`, playerId: move.who } as Command)
    roomView.parse(viewFor(story.room, ada, 0, story.now))
  }
  return story
}

export function newStory(mode: ModeName, timer: Timer = 'usual'): Story {
  return new Story({ mode, rounds: 2, roundSeconds: 5, timer })
}

/** In one batch times never run backwards: the codec would refuse it. */
function asSent(ops: readonly InkOp[]): InkOp[] {
  let last = 0
  return ops.map((op) => {
    if (op.kind !== 'draw') return op
    const points = op.points.map((point) => ({ ...point, t: Math.max(last, point.t) }))
    last = points.at(-1)?.t ?? last
    return { ...op, points }
  })
}
