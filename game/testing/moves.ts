import fc from 'fast-check'
import type { InkOp } from '#game/drawing/ink'
import { type ModeName, nobody, type PlayerId, type RoomSettings, type Timer } from '#game/protocol/scalars'
import type { RoomView } from '#game/protocol/server-messages'
import type { Command } from '#game/room/command'
import type { GhostRace } from '#game/room/ghosts'
import { viewRoom } from '#game/room/view'
import { settings } from '#game/settings'
import { ghostsOf } from './ghosts'
import { ada, answer, ben, cyd, dot, draw, lift, point, Story } from './stories'

const who = fc.constantFrom(ada, ben, cyd, dot)
const grid = fc.integer({ min: 0, max: settings.gridSize - 1 })
const op = fc.oneof(
  fc.tuple(grid, grid, fc.integer({ min: 0, max: 9_000 })).map(([x, y, t]) => draw(point(x, y, t))),
  fc.constant(lift),
  fc.constantFrom({ kind: 'undo' as const, atMs: 0 }, { kind: 'clear' as const, atMs: 0 }),
)
/** Mostly in step with the pen, at times an age, and now and then until the next phase. */
const waitMs = fc.oneof(
  { weight: 10, arbitrary: fc.integer({ min: 0, max: 90 }) },
  { weight: 9, arbitrary: fc.integer({ min: 0, max: 900 }) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 9_000 }) },
)

const roomSettings = fc.record(
  {
    mode: fc.constantFrom('race' as const, 'rush' as const, 'relay' as const, 'fool' as const),
    rounds: fc.integer({ min: 1, max: 3 }),
    roundSeconds: fc.integer({ min: 5, max: 9 }),
    timer: fc.constantFrom('usual' as const, 'extended' as const, 'none' as const),
    digits: fc.uniqueArray(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 10 }),
    isPublic: fc.boolean(),
    isLocked: fc.boolean(),
    hasStreakBonus: fc.boolean(),
    sums: fc.constantFrom('none' as const, 'easy' as const, 'hard' as const),
    modifier: fc.constantFrom('none' as const, 'mirror' as const, 'one-stroke' as const),
  },
  { noNullPrototype: true },
)

type Asked = Exclude<Command['type'], 'time:pass'>
function asked<Type extends Asked, More extends object>(
  weight: number,
  type: Type,
  more: { [Key in keyof More]: fc.Arbitrary<More[Key]> },
) {
  const arbitrary = fc.record({ type: fc.constant(type), who, ...more }) as fc.Arbitrary<
    { type: Type; who: string } & More
  >
  return { weight, arbitrary }
}

/** What people and the judge may do next: every command there is, but for time, which passes between them. */
const commands = {
  'player:join': asked(2, 'player:join', { flag: fc.boolean() }),
  'player:leave': asked(1, 'player:leave', {}),
  'player:disconnect': asked(1, 'player:disconnect', {}),
  'player:kick': asked(1, 'player:kick', { target: who }),
  'player:vote': asked(2, 'player:vote', { target: who }),
  'emote:send': asked(1, 'emote:send', {}),
  'settings:change': asked(2, 'settings:change', { settings: roomSettings }),
  'game:start': asked(3, 'game:start', { hasGhosts: fc.boolean() }),
  'ghosts:none': asked(1, 'ghosts:none', {}),
  'round:ready': asked(2, 'round:ready', { round: fc.constantFrom(0, 0, 1) }),
  'round:end': asked(1, 'round:end', {}),
  'vote:cast': asked(6, 'vote:cast', {
    entry: fc.integer({ min: 0, max: 3 }),
    label: fc.integer({ min: 0, max: 10 }),
  }),
  'pen:pass': asked(2, 'pen:pass', {}),
  'rematch:ask': asked(2, 'rematch:ask', {}),
  'lobby:open': asked(2, 'lobby:open', {}),
  'ink:add': asked(12, 'ink:add', {
    ops: fc.array(op, { minLength: 1, maxLength: 4 }),
    lagMs: fc.integer({ min: 0, max: 300 }),
  }),
  'guess:make': asked(10, 'guess:make', {
    isPrompt: fc.boolean(),
    thousandths: fc.integer({ min: 850, max: 1000 }),
    behind: fc.constantFrom(0, 0, 0, 1, 3),
  }),
} satisfies Record<Asked, unknown>
const move = fc.oneof(...Object.values(commands))
type Move = typeof move extends fc.Arbitrary<infer T> ? T : never

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

/**
 * Two players begin a game in a room of that mode, and then people and the judge do all of this.
 * @param look is shown the room after each move, in turn as everybody is, and as one of the players is
 */
export function play(
  mode: ModeName,
  steps: Moves,
  timer: Timer = 'usual',
  story = newStory(mode, timer),
  look: (view: RoomView, reader: PlayerId) => void = () => {},
): Story {
  story.joins(ada, false, 'home')
  story.joins(ben)
  story.starts(ada)
  story.reaches('drawing')
  for (const [index, [move, waitMs]] of steps.entries()) {
    story.waits(waitMs)
    if (move.type === 'restart') story.restarts(move.afterMs)
    else make(story, move)
    const reader = index % 2 ? ada : nobody
    look(viewRoom(story.room, 0, story.now, reader), reader)
  }
  return story
}

function make(story: Story, move: Move): void {
  const { who: playerId } = move
  switch (move.type) {
    case 'player:join':
      story.joins(playerId, move.flag)
      break
    case 'player:kick':
    case 'player:vote':
      story.does({ type: move.type, playerId, target: move.target })
      break
    case 'emote:send':
      story.does({ type: move.type, playerId, emote: 'clap' })
      break
    case 'settings:change':
      story.does({ type: move.type, playerId, settings: move.settings })
      break
    case 'round:ready':
      story.does({ type: move.type, playerId, round: move.round })
      break
    case 'vote:cast':
      story.votes(playerId, move.entry, move.label)
      break
    case 'game:start':
      story.starts(playerId, undefined, move.hasGhosts ? fuzzGhosts(story.room.settings) : undefined)
      break
    case 'ghosts:none':
      story.does({ type: move.type })
      break
    case 'ink:add':
      story.draws(playerId, asSent(move.ops), { lagMs: move.lagMs })
      break
    case 'guess:make':
      guess(story, move)
      break
    default:
      story.does({ type: move.type, playerId })
  }
}

function guess(story: Story, move: Extract<Move, { type: 'guess:make' }>): void {
  const { canvas, canvasIndex } = story.canvasOf(move.who)
  if (!canvas) return
  const prompt = story.promptOf(move.who)
  const opCount = Math.max(0, (canvas.drawings.at(-1)?.ink.length ?? 0) - move.behind)
  const thousandths = answer(move.isPrompt ? prompt : (prompt + 1) % 10, move.thousandths)
  const drawing = canvas.drawings.length - 1
  const round = story.room.game?.round ?? 0
  story.does({ type: 'guess:make', round, canvas: canvasIndex, drawing, guess: { opCount, thousandths } })
}

const ghostsBySettings = new Map<string, GhostRace>()

/** Stored games are played once for all runs. */
function fuzzGhosts({ mode, rounds, roundSeconds, digits }: RoomSettings): GhostRace {
  const key = JSON.stringify([mode, rounds, roundSeconds, digits])
  const ghosts = ghostsBySettings.get(key) ?? ghostsOf({ mode, rounds, roundSeconds, digits })
  ghostsBySettings.set(key, ghosts)
  return ghosts
}

export function newStory(mode: ModeName, timer: Timer = 'usual', change: Partial<RoomSettings> = {}): Story {
  return new Story({ mode, rounds: 2, roundSeconds: 5, timer, ...change })
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
