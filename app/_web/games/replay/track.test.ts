import { expect, test } from 'vitest'
import { encodeInk } from '#game/drawing/ink-codec'
import type { Guessed } from '#models/rescore-game'
import type { ReplayDrawing } from '#server/store/games/find-replay'
import { confidenceOf, endOf, frameAt, guessAt, lockedAtMs, makeTracks, pointsAt } from './track'

const sure = (digit: number) => Array.from({ length: 11 }, (_, label) => (label === digit ? 1000 : 0))

function drawing(overrides: Partial<Guessed<ReplayDrawing>>): Guessed<ReplayDrawing> {
  const promptAtMs = overrides.promptAtMs ?? 0
  return {
    id: `${overrides.canvas}-${overrides.index}`,
    canvas: 0,
    index: 0,
    players: [],
    prompt: 1,
    promptAtMs,
    ink: encodeInk([{ kind: 'draw', atMs: promptAtMs + 500, points: [{ x: 5, y: 5, t: promptAtMs + 490 }] }]),
    pointCount: 1,
    inkLength: 0,
    guesses: [{ opCount: 1, thousandths: sure(overrides.prompt ?? 1) }],
    lock: null,
    wrongLocks: 0,
    lagCreditMs: 0,
    isByKeyboard: false,
    points: 40,
    speed: 0,
    cleanness: 0,
    ...overrides,
  }
}

const locked = { lock: { atMs: 500, guessIndex: 0, heldIndex: 0 }, points: 900 }
const sequence = [
  drawing({ canvas: 0, index: 0, ...locked }),
  drawing({ canvas: 0, index: 1, prompt: 7, promptAtMs: 700, ...locked }),
  drawing({ canvas: 0, index: 2, prompt: 4, promptAtMs: 1_900 }),
]

test('replay track: where each lock brings the next prompt, one canvas shows its drawings one after the other', () => {
  const [track, ...others] = makeTracks(sequence)
  if (!track) throw new Error('no track')
  expect(others).toEqual([])
  const prompts = [0, 699, 700, 1_900, 9_000].map((atMs) => frameAt(track, atMs).drawing.prompt)
  expect(prompts).toEqual([1, 1, 7, 4, 4])
  expect(guessAt(track, 1_100)).toBeUndefined()
  expect(guessAt(track, 1_200)?.thousandths).toEqual(sure(7))
})

test('replay track: points appear as drawings lock; what never locked counts when the round is over', () => {
  const tracks = makeTracks(sequence)
  const [track] = tracks
  if (!track) throw new Error('no track')
  const endMs = endOf(tracks)
  expect(track.frames.map(lockedAtMs)).toEqual([500, 1_200, null])
  expect([499, 500, 1_200, endMs - 1, endMs].map((atMs) => pointsAt(track, atMs, endMs))).toEqual([
    0, 900, 1_800, 1_800, 1_840,
  ])
})

test('replay track: the confidence falls to nothing with each prompt, on the clock of the round', () => {
  const [track] = makeTracks(sequence)
  expect(track && confidenceOf(track)).toEqual([
    { atMs: 0, thousandths: 0 },
    { atMs: 500, thousandths: 1000 },
    { atMs: 700, thousandths: 0 },
    { atMs: 1_200, thousandths: 1000 },
    { atMs: 1_900, thousandths: 0 },
    { atMs: 2_400, thousandths: 1000 },
  ])
})

test('replay track: each player has a canvas of their own where nothing is shared', () => {
  expect(makeTracks([drawing({ canvas: 1 }), drawing({ canvas: 0 })]).map(({ canvas }) => canvas)).toEqual([
    1, 0,
  ])
})
