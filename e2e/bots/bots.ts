import { defaultRoomSettings } from '#game/protocol/scalars'
import type { HoldReason } from '#game/records/hold-reason'
import { findPolylines } from './find-polylines'
import type { BotHabits, GameToPlay, Script } from './player'
import { evenly, inBatches, recordingsOf, replayInk, tiny } from './scripts'

export const race: GameToPlay = { settings: { ...defaultRoomSettings, rounds: 3, roundSeconds: 5 } }
export const rush: GameToPlay = { settings: { ...defaultRoomSettings, mode: 'rush', roundSeconds: 30 } }

export type Bot = {
  readonly what: string
  readonly game: GameToPlay
  readonly script: Script
  readonly reasons: readonly HoldReason[]
  readonly habits?: BotHabits
}

/** Every script has a hand of its own: none is held only because another was there before. */
let hands = 0
const stored = () => recordingsOf(++hands * 7_919)

/** What is taken from a game by somebody else: all ten digits, so that it is known whatever is asked for. */
const stolen = stored()

/** All that is tried, and what at least it is held for. */
export async function listBots(): Promise<Bot[]> {
  const polylines = await findPolylines()
  return [
    {
      what: 'stored ink in one batch on the prompt',
      game: race,
      script: inBatches(stored()),
      reasons: ['too-soon', 'too-quick'],
    },
    {
      what: 'the same in a rush',
      game: rush,
      script: inBatches(stolen),
      reasons: ['too-soon', 'too-quick', 'same-ink'],
    },
    {
      what: 'the same in the ranked daily try',
      game: 'daily',
      script: inBatches(stored()),
      reasons: ['too-soon', 'too-quick', 'same-ink'],
    },
    {
      what: 'the same in three batches',
      game: race,
      script: inBatches(stored(), { batches: 3, everyMs: 40 }),
      reasons: ['too-soon'],
    },
    {
      what: 'waits 95 ms, and answers the lag probe late to hide it',
      game: race,
      script: inBatches(stored(), { afterMs: 95 }),
      habits: { answersLagAfterMs: 190 },
      reasons: ['too-soon'],
    },
    {
      what: 'waits as a person would, then sends all at once',
      game: race,
      script: inBatches(stored(), { afterMs: 800 }),
      reasons: ['one-batch'],
    },
    {
      what: 'lines through a few points',
      game: race,
      script: replayInk(polylines, { afterMs: 450 }),
      reasons: ['few-points'],
    },
    {
      what: 'replays stored ink from 150 ms after the prompt',
      game: race,
      script: replayInk(stored(), { afterMs: 150 }),
      reasons: ['too-soon'],
    },
    {
      what: 'the same, slowed and trembling',
      game: race,
      script: replayInk(stored(), { afterMs: 150, speed: 0.8, tremble: 3 }),
      reasons: ['too-soon'],
    },
    {
      what: 'replays stored ink in good time, trembling',
      game: rush,
      script: replayInk(stored(), { afterMs: 450, tremble: 3 }),
      reasons: ['same-ink'],
    },
    {
      what: 'draws at one speed, in good time',
      game: race,
      script: replayInk(evenly(stored()), { afterMs: 450, tremble: 2 }),
      reasons: ['even-speed'],
    },
  ]
}

/** After the rush it steals from: good in time and used once, but of a game that is stored. */
export const thief: Bot = {
  what: 'plays ink of an earlier game in good time',
  game: race,
  script: replayInk(stolen, { afterMs: 450 }),
  reasons: ['known-ink'],
}

/** Draws nothing larger than a tick. */
export const ticker: Script = replayInk(tiny(stored()), { afterMs: 450 })
