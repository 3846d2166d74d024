import { expect, test } from 'vitest'
import type { CommandOf } from '#game/room/command'
import { currentDrawing } from '#game/room/room'
import { settings } from '#game/settings'
import { ada, ben, draw, lift, Story } from '#game/testing/stories'
import { OverloadedError } from '#server/judge/classifier'
import { createDeferredClassifier, createRoomParts, settle } from '#server/testing/room-parts'
import { createGuesser } from './guesser'
import type { Pace } from './pace'

const guessEveryMs = 2 * settings.inkBatchMs

/** A round in which Ada and Ben draw, and a judge that answers when it is told to. */
function openRound(pace?: Pace) {
  const story = new Story()
  story.joins(ada)
  story.joins(ben)
  story.starts(ada)
  story.reaches('drawing')
  const { classifier, asked } = createDeferredClassifier()
  const room = createRoomParts({ classifier, ...(pace && { pace }) })
  const answers: CommandOf<'guess:make'>[] = []
  const guesser = createGuesser(
    room.parts,
    (command) => {
      answers.push(command)
      story.does(command)
    },
    () => guesser.requestGuesses(story.room),
  )
  const drawsAndAsks = (id: string) => {
    story.draws(id, [draw(), lift])
    guesser.inkArrived(story.canvasOf(id).canvasIndex, room.clock.now())
    guesser.requestGuesses(story.room)
  }
  const answerAll = async () => {
    for (const each of asked) each.answer(3)
    await settle()
  }
  return { ...room, story, asked, answers, guesser, drawsAndAsks, answerAll }
}

test('guesser: a canvas has one guess in flight, and stale ink is never asked about', async () => {
  const { clock, asked, answers, drawsAndAsks } = openRound()
  for (let times = 0; times < 4; times++) drawsAndAsks(ada)
  expect(asked.map(({ points }) => points)).toEqual([2])
  clock.advance(guessEveryMs)
  asked[0]?.answer(3)
  await settle()
  expect(answers[0]).toMatchObject({ canvas: 0, drawing: 0, round: 0, guess: { opCount: 2 } })
  expect(asked.map(({ points }) => points)).toEqual([2, 8])
  asked[1]?.answer(3)
  await settle()
  expect(answers.map(({ guess }) => guess.opCount)).toEqual([2, 8])
  expect(asked).toHaveLength(2)
})

test('guesser: a canvas is asked about so often at most, however quick the judge is, and then about its newest ink', async () => {
  const { clock, asked, drawsAndAsks } = openRound()
  drawsAndAsks(ada)
  asked[0]?.answer(3)
  await settle()
  drawsAndAsks(ada)
  // A tick may come a few ms too soon, and not ten.
  clock.advance(guessEveryMs - 10)
  drawsAndAsks(ada)
  drawsAndAsks(ben)
  expect(asked.map(({ points }) => points)).toEqual([2, 2])
  clock.advance(10)
  expect(asked.map(({ points }) => points)).toEqual([2, 2, 6])
})

test('guesser: the tick that is due asks, also where it comes some ms too soon', async () => {
  const { clock, asked, drawsAndAsks } = openRound()
  drawsAndAsks(ada)
  asked[0]?.answer(3)
  await settle()
  clock.advance(guessEveryMs - 4)
  drawsAndAsks(ada)
  expect(asked).toHaveLength(2)
})

test('guesser: a canvas whose guess takes long is not asked about again before it has come', () => {
  const { clock, asked, drawsAndAsks } = openRound()
  drawsAndAsks(ada)
  clock.advance(10 * guessEveryMs)
  drawsAndAsks(ada)
  expect(asked).toHaveLength(1)
})

test('guesser: each canvas is asked about as soon as it may be, and one alarm is enough for all', async () => {
  const { clock, asked, drawsAndAsks, answerAll } = openRound()
  drawsAndAsks(ada)
  clock.advance(10)
  drawsAndAsks(ben)
  await answerAll()
  for (let times = 0; times < 3; times++) for (const id of [ada, ben]) drawsAndAsks(id)
  expect(clock.waiting).toBe(1)
  // Ben's canvas has every other turn, and only for that is asked about a tick sooner once.
  clock.advance(settings.inkBatchMs - 1)
  expect(asked).toHaveLength(2)
  clock.advance(1)
  expect(asked.map(({ points }) => points)).toEqual([2, 2, 8])
  clock.advance(guessEveryMs - settings.inkBatchMs - 10)
  expect(asked.map(({ points }) => points)).toEqual([2, 2, 8, 8])
})

test('guesser: ink that was not judged when a round ended still is, and the next round, of this game or another, waits for no answer', async () => {
  const { story, clock, asked, answers, drawsAndAsks, guesser } = openRound()
  drawsAndAsks(ada)
  story.draws(ada, [draw(), lift])
  story.reaches('judging')
  asked[0]?.answer(3)
  await settle()
  clock.advance(guessEveryMs)
  expect(asked.map(({ points }) => points)).toEqual([2, 4])
  story.reaches('reveal')
  story.reaches('drawing')
  drawsAndAsks(ada)
  expect(asked.map(({ points }) => points)).toEqual([2, 4, 2])
  const { room } = story
  if (!room.game) throw new Error('there is no game')
  guesser.requestGuesses({ ...room, game: { ...room.game, id: '00000000-0000-4000-8000-0000000000fe' } })
  expect(asked.map(({ points }) => points)).toEqual([2, 4, 2, 2])
  asked[2]?.answer(3)
  await settle()
  expect(answers.map(({ round }) => round)).toEqual([0, 1])
})

test('guesser: canvases do not wait for each other, and each is asked about by the judge of its game', async () => {
  const { asked, answers, drawsAndAsks } = openRound()
  drawsAndAsks(ada)
  drawsAndAsks(ben)
  expect(asked.map(({ version, room }) => [version, room])).toEqual([
    ['digits-v1', 'CDFGH'],
    ['digits-v1', 'CDFGH'],
  ])
  asked[1]?.answer(3)
  await settle()
  expect(answers.map(({ canvas }) => canvas)).toEqual([1])
})

test('guesser: a canvas that was wiped is answered without the judge', async () => {
  const { story, asked, answers, guesser } = openRound()
  story.draws(ada, [draw(), lift, { kind: 'clear', atMs: 0 }])
  guesser.requestGuesses(story.room)
  await settle()
  expect(asked).toEqual([])
  expect(answers).toMatchObject([{ guess: { opCount: 3 } }])
})

test.each([
  ['failed', new Error('its thread died'), 1_000, ['A drawing could not be judged']],
  ['is overloaded', new OverloadedError('too much'), guessEveryMs, []],
])(
  'guesser: a judge that %s is asked again a little later, about the newest ink',
  async (_, error, waitMs, logged) => {
    const { clock, asked, errors, answers, drawsAndAsks } = openRound()
    drawsAndAsks(ada)
    asked[0]?.fail(error)
    await settle()
    expect(errors).toEqual(logged)
    clock.advance(waitMs - 1)
    expect(asked).toHaveLength(1)
    clock.advance(1)
    expect(asked).toHaveLength(2)
    drawsAndAsks(ada)
    clock.advance(guessEveryMs)
    asked[1]?.answer(3)
    await settle()
    expect(answers.map(({ guess }) => guess.opCount)).toEqual([2])
    expect(asked.map(({ points }) => points)).toEqual([2, 2, 4])
  },
)

test('guesser: its latency runs from when the newest ink arrived that the judge saw', async () => {
  const { clock, asked, latency, drawsAndAsks } = openRound()
  drawsAndAsks(ada)
  clock.advance(40)
  drawsAndAsks(ada)
  clock.advance(60)
  asked[0]?.answer(3)
  await settle()
  clock.advance(25)
  asked[1]?.answer(3)
  await settle()
  expect(latency.guesses).toEqual([100, 85])
})

test('guesser: where nobody draws, it asks about nothing', () => {
  const { story, asked, guesser } = openRound()
  guesser.requestGuesses(new Story().room)
  guesser.requestGuesses(story.room)
  story.reaches('reveal')
  guesser.requestGuesses(story.room)
  expect(asked).toEqual([])
})

/** How often each of two canvases is asked about in 40 usual ticks. */
async function countAsked(pace: Pick<Pace, 'tickMs' | 'ticksPerGuess'>) {
  const { clock, asked, drawsAndAsks, answerAll } = openRound({
    ...pace,
    ...{ isBusy: true, takePlace: () => 0, offsetMs: () => 0, ticked() {} },
  })
  const atTick: number[] = []
  for (let passed = 0; passed < 1_320; passed += 33) {
    const before = asked.length
    for (const id of [ada, ben]) drawsAndAsks(id)
    await answerAll()
    clock.advance(33)
    atTick.push(asked.length - before)
  }
  return atTick
}

test('[P9] guesser: where ticks are longer, or guesses fewer, every canvas is asked about less often, alike', async () => {
  const sum = (counts: readonly number[]) => counts.reduce((all, each) => all + each, 0)
  expect(sum(await countAsked({ tickMs: 66, ticksPerGuess: 2 }))).toBe(2 * (1 + 10))
  expect(sum(await countAsked({ tickMs: 33, ticksPerGuess: 4 }))).toBe(2 * (1 + 10))
  expect(sum(await countAsked({ tickMs: 33, ticksPerGuess: 8 }))).toBe(2 * (1 + 5))
})

test('[P9] guesser: the canvases of a room take turns, so that the judge has as much to do in each tick', async () => {
  const perTick = await countAsked({ tickMs: 33, ticksPerGuess: 2 })
  expect(perTick.slice(0, 6)).toEqual([2, 2, 1, 1, 1, 1])
})

test('[S19] guesser: of what the stroke network says a guess has what it says of the prompt', async () => {
  const { story, asked, answers, drawsAndAsks } = openRound()
  drawsAndAsks(ada)
  const strokeThousandths = Array.from({ length: 11 }, (_, digit) => 10 * digit)
  asked[0]?.answer(3, strokeThousandths)
  await settle()
  const { canvas } = story.canvasOf(ada)
  const prompt = canvas ? currentDrawing(canvas).prompt : NaN
  expect(answers[0]?.guess).toMatchObject({ promptStrokeThousandths: 10 * prompt })
  drawsAndAsks(ben)
  asked[1]?.answer(3)
  await settle()
  expect(answers[1]?.guess).not.toHaveProperty('promptStrokeThousandths')
})
