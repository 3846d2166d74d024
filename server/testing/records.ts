import { randomUUID } from 'node:crypto'
import type { Guess } from '#game/drawing/drawing'
import { encodeInk } from '#game/drawing/ink-codec'
import { labelCount } from '#game/protocol/constants'
import { defaultRoomSettings } from '#game/protocol/scalars'
import type {
  DrawingRecord,
  GameHeader,
  GameRecord,
  RecordedPlayer,
  RoundRecord,
  Standing,
} from '#game/records/record'

/** Records as the rules make them, for tests that only care about a few of their fields. */

export function playerNamed(name: string, overrides: Partial<RecordedPlayer> = {}): RecordedPlayer {
  return { id: randomUUID(), name, colour: 3, ...overrides }
}

/** @param sure the digit the guess is for @param thousandths how surely; the rest goes to "not a digit" */
export function guessFor(sure: number, thousandths: number, opCount: number): Guess {
  const answers = Array.from({ length: labelCount }, (_, label) => (label === sure ? thousandths : 0))
  answers[sure === labelCount - 1 ? 0 : labelCount - 1] = 1000 - thousandths
  return { opCount, thousandths: answers }
}

const uprightStroke = encodeInk([
  {
    kind: 'draw',
    atMs: 500,
    points: [200, 280, 360, 440, 520, 600, 680, 800].map((y, step) => ({ x: 500, y, t: 480 + step * 8 })),
  },
  { kind: 'lift', atMs: 560 },
])

/** A 1 that was recognised at once. */
export function drawingBy(
  players: readonly RecordedPlayer[],
  overrides: Partial<DrawingRecord> = {},
): DrawingRecord {
  return {
    canvas: 0,
    index: 0,
    players,
    prompt: 1,
    promptAtMs: 0,
    ink: uprightStroke,
    pointCount: 8,
    inkLength: 600,
    guesses: [guessFor(1, 930, 1), guessFor(1, 990, 2)],
    lock: { atMs: 560, guessIndex: 0, heldIndex: 1 },
    wrongLocks: 0,
    lagCreditMs: 12,
    isByKeyboard: false,
    points: 900,
    speed: 0.94,
    cleanness: 0.96,
    ...overrides,
  }
}

export function gameHeader(overrides: Partial<GameHeader> = {}): GameHeader {
  return {
    id: randomUUID(),
    roomCode: 'ACDEF',
    settings: { ...defaultRoomSettings, rounds: 3 },
    seed: 4_000_000_000,
    judge: { version: 'digits-v1', engine: 'wasm' },
    day: null,
    startedAt: Date.UTC(2026, 4, 1, 12),
    ...overrides,
  }
}

export function roundOf(game: GameHeader, round: number, drawings: readonly DrawingRecord[]): RoundRecord {
  const startedAt = game.startedAt + round * 20_000
  return { game, round, startedAt, endedAt: startedAt + 10_000, drawings }
}

export function standingOf(
  player: RecordedPlayer,
  score: number,
  overrides: Partial<Standing> = {},
): Standing {
  return {
    ...{ player, score, rank: 1, rounds: 3, locks: 3, lockMs: 2_400, inkLength: 1_800 },
    ...{ streak: 0, bonus: 0, isByKeyboard: false, firstCanvas: 0 },
    ...overrides,
  }
}

export function gameOf(
  game: GameHeader,
  standings: readonly Standing[],
  overrides: Partial<GameRecord> = {},
): GameRecord {
  return { ...game, finishedAt: game.startedAt + 60_000, rounds: 3, standings, ...overrides }
}
