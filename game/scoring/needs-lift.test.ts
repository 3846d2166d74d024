import { expect, test } from 'vitest'
import type { InkOp } from '#game/drawing/ink'
import { settings } from '#game/settings'
import { ada, answer, ben, draw, lift, Story } from '#game/testing/stories'
import { findLock, type JudgedDrawing } from './lock'

const hold = settings.lockHoldMs
const sure = settings.lockThousandths
const inTheRound = Number.MAX_SAFE_INTEGER

type Step = [atMs: number, kind: InkOp['kind'], thousandths?: number]

/** Ink at these times, each stroke enough for a drawing, and after an op what a guess gives to the prompt. */
function judged(...steps: Step[]): JudgedDrawing {
  const ink = steps.map(([atMs, kind]): InkOp => (kind === 'draw' ? { ...draw(), atMs } : { kind, atMs }))
  const guesses = steps.flatMap(([, , thousandths], index) =>
    thousandths === undefined ? [] : [{ opCount: index + 1, thousandths: answer(7, thousandths) }],
  )
  return { prompt: 7, promptAtMs: 0, ink, guesses, edition: 3 }
}

test.each<[what: string, at: { atMs: number; heldIndex: number } | null, ...Step[]]>([
  ['a pen that stays down locks nothing', null, [300, 'draw', sure], [300 + 5 * hold, 'draw', sure]],
  [
    'a lock counts from before the lift',
    { atMs: 300, heldIndex: 1 },
    [300, 'draw', sure],
    [400, 'lift', sure],
  ],
  [
    'a lift that the first guess saw last is in the run',
    { atMs: 310, heldIndex: 0 },
    [300, 'draw'],
    [310, 'lift', sure],
  ],
  [
    'a lift between two strokes that the judge is sure of counts, whether it was asked about it or not',
    { atMs: 300, heldIndex: 1 },
    ...([
      [300, 'draw', sure],
      [310, 'lift'],
      [300 + hold, 'draw', sure],
    ] satisfies Step[]),
  ],
  [
    'a lift from before the run does not',
    null,
    ...([
      [300, 'draw', 0],
      [310, 'lift', 0],
      [400, 'draw', sure],
      [900, 'draw', sure],
    ] satisfies Step[]),
  ],
  [
    'nor does one that the first guess saw before its last stroke',
    null,
    ...([
      [300, 'draw'],
      [310, 'lift'],
      [400, 'draw', sure],
      [900, 'draw', sure],
    ] satisfies Step[]),
  ],
  [
    'a lift ends with the run it was in',
    null,
    ...([
      [300, 'draw', sure],
      [310, 'lift', sure],
      [400, 'draw', 0],
      [500, 'draw', sure],
    ] satisfies Step[]),
  ],
  [
    'who undoes what was too much has the pen lifted',
    { atMs: 600, heldIndex: 1 },
    ...([
      [300, 'draw'],
      [310, 'lift'],
      [400, 'draw', 0],
      [600, 'undo', sure],
    ] satisfies Step[]),
  ],
  [
    'an undo under a new stroke is no lift',
    null,
    ...([
      [300, 'draw', sure],
      [310, 'undo'],
      [400, 'draw', sure],
      [900, 'draw', sure],
    ] satisfies Step[]),
  ],
  [
    'nor is a clear',
    null,
    ...([
      [300, 'draw', sure],
      [310, 'clear'],
      [400, 'draw', sure],
      [900, 'draw', sure],
    ] satisfies Step[]),
  ],
])('[S2] lift: %s', (_, at, ...steps) => {
  const lock = findLock(judged(...steps), inTheRound)
  expect(lock && { atMs: lock.atMs, heldIndex: lock.heldIndex }).toEqual(at)
})

test('[S2] lift: what has held locks as the lift arrives, before the judge is asked again', () => {
  const drawing = judged([300, 'draw', sure], [300 + hold, 'lift'])
  expect(findLock(drawing, 300 + hold)).toEqual({ atMs: 300, guessIndex: 0, heldIndex: 0 })
  expect(findLock(judged([300, 'draw', sure], [300 + hold - 1, 'lift']), inTheRound)).toBeNull()
})

test('[S2] lift: the end of the round lifts a pen that is down, of whatever the judge was sure of to the end', () => {
  const drawing = judged([300, 'draw', sure])
  expect([findLock(drawing, inTheRound), findLock(drawing, Number.POSITIVE_INFINITY)?.atMs]).toEqual([
    null,
    300,
  ])
  const unseen = judged([300, 'draw', sure], [300 + hold, 'draw'], [310 + hold, 'lift'])
  expect(findLock(unseen, Number.POSITIVE_INFINITY)?.atMs).toBe(300)
  const doubted = judged([300, 'draw', sure], [300 + hold, 'draw', 0])
  expect(findLock(doubted, Number.POSITIVE_INFINITY)).toBeNull()
})

test.each([undefined, 1, 2] as const)('[S2] [S10] lift: games of edition %s lock without it', (edition) => {
  const { edition: _, ...drawing } = judged([300, 'draw', sure])
  expect(findLock({ ...drawing, ...(edition && { edition }) }, inTheRound)?.atMs).toBe(300)
})

function playing(mode: 'race' | 'rush' | 'relay') {
  const story = new Story({ mode, rounds: 1, roundSeconds: 10 })
  for (const id of [ada, ben]) story.joins(id)
  story.starts(ada)
  story.reaches('drawing')
  return { story, pen: story.canvasOf(ada).canvas?.pen ?? ada }
}

function drawsWithoutLift(story: Story, pen: string) {
  story.waits(400)
  story.draws(pen, [draw()])
  story.guessed(pen, story.promptOf(pen), 990)
  story.waits(600)
}

test.each(['race', 'rush', 'relay'] as const)('[S2] [S5] lift: in a %s the lift itself locks', (mode) => {
  const { story, pen } = playing(mode)
  drawsWithoutLift(story, pen)
  expect(story.saw('drawing:locked')).toEqual([])
  story.draws(pen, [lift])
  expect(story.saw('drawing:locked')).toMatchObject([{ lock: { atMs: 400 } }])
  const { canvas } = story.canvasOf(pen)
  if (mode === 'race') expect(canvas?.drawings[0]?.settledMs).toBe(1_000)
  else expect(canvas?.drawings[1]?.promptAtMs).toBe(1_000)
})

test('[S2] [R7] lift: who is recognised with the pen down when time is up loses nothing', () => {
  const { story, pen } = playing('race')
  drawsWithoutLift(story, pen)
  story.reaches('reveal')
  expect(story.phase('reveal').drawings.find(({ players: [player] }) => player?.id === pen)).toMatchObject({
    lock: { atMs: 400 },
  })
})

test('[S2] [R8] lift: a pen that passes on lifts', () => {
  const { story, pen } = playing('relay')
  drawsWithoutLift(story, pen)
  story.does({ type: 'pen:pass', playerId: pen })
  story.guessed(pen, story.promptOf(pen), 990)
  expect(story.saw('drawing:locked')).toMatchObject([{ lock: { atMs: 400 } }])
})
