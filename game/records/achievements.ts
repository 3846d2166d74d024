import { type InkOp, inkLength, strokesOf } from '#game/drawing/ink'
import { decodeInk } from '#game/drawing/ink-codec'
import { type AchievementName, achievementNames, digitCount } from '#game/protocol/constants'
import type { Digit, ModeName } from '#game/protocol/scalars'
import type { DrawingRecord } from './record'

export type AchievedDrawing = Pick<
  DrawingRecord,
  'prompt' | 'promptAtMs' | 'ink' | 'wrongLocks' | 'cleanness'
> & {
  /** From prompt to lock, ms; null where it never locked. */
  readonly lockMs: number | null
}

/** One player's game, and what they had done before it. */
export type GameFacts = {
  readonly mode: ModeName
  /** Those that the player drew alone, in order. */
  readonly drawings: readonly AchievedDrawing[]
  /** Before this game: the player's digits that had been recognised, and the number of their recognised drawings. */
  readonly digitsBefore: readonly Digit[]
  readonly locksBefore: number
  /** [A1] With this game. */
  readonly streakDays: number
}

/** In units of the pad, which is 1024 wide and high. */
const tinyExtent = 200
const giantExtent = 900
const littleInk = 500

type Locked = AchievedDrawing & { readonly lockMs: number }
/** A drawing as it was when it locked. */
type Shape = {
  readonly ops: readonly InkOp[]
  readonly strokes: number
  readonly extent: number
  readonly length: number
}

/**
 * [A3] All achievements that this game earns, including those that were earned before.
 * @throws InkFormatError when the ink of a drawing cannot be read
 */
export function achievementsIn(facts: GameFacts): AchievementName[] {
  const locked = facts.drawings.filter((drawing): drawing is Locked => drawing.lockMs !== null)
  const shapes = locked.map((drawing) => ({ ...drawing, ...shapeOf(drawing) }))
  const some = (holds: (drawing: Locked & Shape) => boolean) => shapes.some(holds)
  // A 1 is a single short stroke for everybody.
  const isNoOne = ({ prompt }: Locked) => prompt !== 1
  const isClean = ({ lockMs, wrongLocks }: AchievedDrawing) => lockMs !== null && wrongLocks === 0
  const achieved: Record<AchievementName, boolean> = {
    first: locked.length > 0,
    'all-ten': new Set([...facts.digitsBefore, ...locked.map(({ prompt }) => prompt)]).size === digitCount,
    hundred: facts.locksBefore + locked.length >= 100,
    week: facts.streakDays >= 7,
    'clean-race': facts.mode === 'race' && facts.drawings.length >= 5 && facts.drawings.every(isClean),
    'clean-ten': longestRun(facts.drawings, isClean) >= 10,
    sprint: facts.mode === 'rush' && locked.length >= 25,
    lightning: some((drawing) => isNoOne(drawing) && drawing.lockMs < 600),
    sure: some(({ cleanness }) => cleanness === 1),
    'one-stroke': some(({ prompt, strokes }) => (prompt === 4 || prompt === 5) && strokes === 1),
    thrifty: some((drawing) => isNoOne(drawing) && drawing.length < littleInk),
    tiny: some(({ extent }) => extent < tinyExtent),
    giant: some(({ extent }) => extent >= giantExtent && Number.isFinite(extent)),
    'second-try': locked.some(({ wrongLocks }) => wrongLocks > 0),
    'fresh-start': some(({ ops }) => ops.some(({ kind }) => kind === 'undo' || kind === 'clear')),
  }
  return achievementNames.filter((name) => achieved[name])
}

function shapeOf({ ink, promptAtMs, lockMs }: Locked): Shape {
  const ops = decodeInk(ink).filter(({ atMs }) => atMs <= promptAtMs + lockMs)
  const strokes = strokesOf(ops)
  const points = strokes.flat()
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)]
  const extent =
    points.length === 0
      ? Number.POSITIVE_INFINITY
      : Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys))
  return { ops, strokes: strokes.length, extent, length: points.length === 0 ? extent : inkLength(ops) }
}

function longestRun<T>(all: readonly T[], holds: (each: T) => boolean): number {
  let [run, longest] = [0, 0]
  for (const each of all) {
    run = holds(each) ? run + 1 : 0
    longest = Math.max(longest, run)
  }
  return longest
}
