import { expect, test } from 'vitest'
import { decodeInk, encodeInk } from '#game/drawing/ink-codec'
import type { Change } from '#game/protocol/server-messages'
import { drawingProgress } from '#game/scoring/progress'
import { settings } from '#game/settings'
import { ghostsOf } from '#game/testing/ghosts'
import { ada, answer, ben, cyd, draw, lift, point, Story } from '#game/testing/stories'
import { coverChanges } from './covered'
import { viewRoom } from './view'

const seven = [draw(point(200, 200), point(800, 200)), draw(point(400, 900)), lift]

function drawing(change: ConstructorParameters<typeof Story>[0]): Story {
  const story = new Story({ rounds: 2, roundSeconds: 10, ...change })
  for (const player of [ada, ben]) story.joins(player)
  story.joins(cyd, true)
  story.starts(ada)
  return story.reaches('drawing')
}

function canvasOf(story: Story, whose: string, reader: string) {
  const { phase } = viewRoom(story.room, 0, story.now, reader)
  const canvases = 'canvases' in phase ? phase.canvases : []
  return canvases.find(({ players }) => players.includes(whose))
}

test('[R33] cover: of a sum it says how far the drawing has come and how sure the judge is of the answer', () => {
  const story = drawing({ sums: 'easy' })
  expect(canvasOf(story, ada, ben)?.cover).toEqual({ isBegun: false, progress: 0, promptThousandths: 0 })
  story.draws(ada, seven)
  story.guessed(ada, story.promptOf(ada), 600)
  const prompt = story.promptOf(ada)
  const inkLength = 600 + Math.sqrt(400 ** 2 + 700 ** 2)
  const guess = { thousandths: answer(prompt, 600) }
  const progress = drawingProgress({ prompt, guess, inkLength, isPenDown: false, lock: null })
  expect(progress).toBeGreaterThan(0)
  const cover = { isBegun: true, progress: Math.round(1000 * progress), promptThousandths: 600 }
  expect([ben, cyd].map((reader) => canvasOf(story, ada, reader)?.cover)).toEqual([cover, cover])
  expect(canvasOf(story, ada, ada)).not.toHaveProperty('cover')
  story.draws(ada, [{ kind: 'clear', atMs: 0 }])
  story.guessed(ada, story.promptOf(ada), 600)
  expect(canvasOf(story, ada, ben)?.cover).toEqual({ isBegun: true, progress: 0, promptThousandths: 0 })
})

test('[R33] cover: where nothing locks it says whether a drawing has begun, and nothing else', () => {
  const story = drawing({ mode: 'fool' })
  story.draws(ada, seven)
  story.guessed(ada, story.promptOf(ada), 600)
  expect(canvasOf(story, ada, ben)?.cover).toEqual({ isBegun: true, progress: 0, promptThousandths: 0 })
})

test('[R33] cover: all have the same sum in a race, which is shown; in a rush another’s is not', () => {
  const race = drawing({ sums: 'hard' })
  expect(canvasOf(race, ada, ben)?.sum).toEqual(canvasOf(race, ben, ben)?.sum)
  expect(canvasOf(race, ada, cyd)?.sum).toBeDefined()
  const rush = drawing({ mode: 'rush', sums: 'hard', roundSeconds: 30 })
  expect(canvasOf(rush, ben, ben)?.sum).toBeDefined()
  expect([ben, cyd].map((reader) => canvasOf(rush, ada, reader)?.sum)).toEqual([undefined, undefined])
})

test('[R33] [R26] cover: ghosts of a race of sums are covered as people are', () => {
  const chosen = { rounds: 2, roundSeconds: 10, sums: 'hard' } as const
  const story = new Story(chosen)
  story.joins(ada)
  story.starts(ada, undefined, ghostsOf(chosen))
  story.reaches('drawing').waits(600)
  const { phase } = viewRoom(story.room, 0, story.now, ada)
  const [own, ghost] = 'canvases' in phase ? phase.canvases : []
  expect(own).not.toHaveProperty('cover')
  expect(ghost).toMatchObject({ prompt: null, inkText: '', guess: null, cover: { isBegun: true } })
  const ink = { type: 'ink:added', canvas: 1, drawing: 0, from: 0, inkText: encodeInk(seven) } as const
  const told = coverChanges(story.room, 0, [{ ...ink, isByKeyboard: false }]).own.get(ada)
  expect(told).toMatchObject([{ type: 'cover:changed', canvas: 1, cover: ghost?.cover }])
})

const inkOf = (canvas: number): Change => ({
  ...{ type: 'ink:added', canvas, drawing: 0, from: 3, inkText: encodeInk(seven), isByKeyboard: false },
})
const locked: Change = {
  ...{ type: 'drawing:locked', canvas: 0, drawing: 0, points: 900 },
  lock: { atMs: 500, guessIndex: 0, heldIndex: 1 },
}

test('[R33] progress: a lock is told everybody, ink its player alone, and who has nothing to be told is sent nothing', () => {
  const { room } = drawing({ sums: 'hard' })
  const { all, own } = coverChanges(room, 0, [inkOf(0), locked])
  expect([all, own.get(ben), own.get(cyd)]).toEqual([[locked], [locked], [locked]])
  expect(own.get(ada)).toEqual([inkOf(0), locked])
  expect(coverChanges(room, 0, [inkOf(1)])).toEqual({
    all: null,
    own: new Map([
      [ada, null],
      [ben, [inkOf(1)]],
      [cyd, null],
    ]),
  })
})

test('[R33] progress: what comes late, of a round that is over, is told without ink, for the view has what may be seen', () => {
  const story = drawing({ sums: 'hard' }).reaches('reveal')
  const { all, own } = coverChanges(story.room, 0, [inkOf(0), locked])
  expect([all, ...own.values()]).toEqual([[locked], [locked], [locked], [locked]])
})

test('[R33] progress: in a game without covers all are told the same', () => {
  const { room } = drawing({ mode: 'rush' })
  expect(coverChanges(room, 0, [inkOf(0), locked])).toEqual({ all: [inkOf(0), locked], own: new Map() })
})

test('[R34] vote: who comes back in it finds their own ballot, and the papers in the same places', () => {
  const story = drawing({ mode: 'fool' })
  for (const player of [ada, ben]) story.draws(player, seven)
  story.reaches('voting')
  const seen = () => {
    const { phase } = viewRoom(story.room, 0, story.now, ada)
    return phase.name === 'voting' ? { papers: phase.papers, ballot: phase.ballot } : null
  }
  const before = seen()
  expect(before?.papers).toHaveLength(2 + settings.goldDrawings)
  expect(before?.papers.every(({ inkText }) => decodeInk(inkText).length > 0)).toBe(true)
  story.does({ type: 'player:disconnect', playerId: ada })
  story.restarts(1_000)
  for (const player of [ada, ben]) story.joins(player)
  expect(seen()).toEqual(before)
  story.votes(ada, 1, 4)
  expect(seen()?.ballot?.map(({ isAnswered }) => isAnswered)).toEqual([false, true])
})
