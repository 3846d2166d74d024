import { expect, test } from 'vitest'
import { dayFrom, dayOf } from '#game/prompts/daily'
import { consentVersion } from '#game/protocol/consent'
import { saveConsent } from '#server/store/players/save-consent'
import { deleteSamplesOf } from '#server/store/samples/delete-samples'
import { listSamples, samplesPerPage } from '#server/store/samples/list-samples'
import { readSamples } from '#server/store/samples/read-samples'
import type { SampleFilter } from '#server/store/samples/sample-filter'
import {
  type SavedReview,
  saveReview,
  takeBackLastReview,
  takeBackReview,
} from '#server/store/samples/save-review'
import { summarisePlay } from '#server/store/samples/summarise-play'
import { lenders } from '#server/testing/lenders'
import { drawingBy, gameHeader, guessFor } from '#server/testing/records'

const { store, players, play } = lenders('Ada', 'Grace')
const [ada, grace] = players

const idOf = (saved: SavedReview) => (saved.is === 'saved' ? saved.id : '')

const missed = (canvas: number, sure: number, player = ada, prompt = 1) =>
  drawingBy([player], { canvas, prompt, lock: null, guesses: [guessFor(prompt, sure, 2)] })

test('samples: hard drawings become samples with their round, hardest first', async () => {
  const game = gameHeader()
  await play([missed(0, 700), missed(1, 100), missed(2, 400)], game)
  const { samples, count } = await listSamples(store.prisma)
  expect(count).toBe(3)
  expect(samples.map(({ difficulty }) => difficulty)).toEqual([900, 600, 300])
  expect(samples[0]).toMatchObject({ gameId: game.id, prompt: 1, judgeVersion: 'digits-v1', reviews: [] })
})

test('samples: a filter narrows by prompt, reason and review; a page holds only so many', async () => {
  const drawings = Array.from({ length: samplesPerPage + 2 }, (_, canvas) => missed(canvas, 500))
  drawings.push(missed(99, 500, ada, 7))
  await play(drawings)
  const second = await listSamples(store.prisma, { prompt: 1 }, { page: 2 })
  expect(second).toMatchObject({ count: samplesPerPage + 2, pageCount: 2 })
  expect(second.samples).toHaveLength(2)
  expect((await listSamples(store.prisma, { reason: 'wrong_lock' })).count).toBe(0)

  const [seven] = (await listSamples(store.prisma, { prompt: 7 })).samples
  await saveReview(store.prisma, { sampleId: seven?.id ?? '', reviewer: 'admin', verdict: 7 })
  expect((await listSamples(store.prisma, { isReviewed: true })).samples.map(({ id }) => id)).toEqual([
    seven?.id,
  ])
})

test('samples: page by page, on and back, each is seen once and in one order, also among equals', async () => {
  await play(Array.from({ length: 3 * samplesPerPage }, (_, canvas) => missed(canvas, 500 + (canvas % 4))))
  const whole = await Promise.all([1, 2, 3].map((page) => listSamples(store.prisma, {}, { page })))
  const [first, second, third] = whole.map(({ samples }) => samples)
  const beside = async (side: 'after' | 'before', sample = second?.[0]) =>
    sample && (await listSamples(store.prisma, { prompt: 1 }, { cursor: { ...sample, side } })).samples
  expect(await beside('after', first?.at(-1))).toEqual(second)
  expect(await beside('after', second?.at(-1))).toEqual(third)
  expect(await beside('before', third?.[0])).toEqual(second)
  expect(await beside('before')).toEqual(first)
  expect(await beside('after', third?.at(-1))).toEqual([])
})

test('samples: a filter narrows by label, guess, model, contributor and day; page, export and count agree on it', async () => {
  const judge = { version: 'digits-v9', engine: 'wasm' } as const
  await play([missed(0, 100), missed(1, 200, grace)], { judge })
  await play([missed(2, 300), missed(3, 400, grace, 4)])
  const all = (await listSamples(store.prisma)).samples
  const days = ['2026-05-01', '2026-05-02', '2026-05-02', '2026-05-03']
  for (const [place, { id }] of all.entries()) {
    const createdAt = new Date(`${days[place]}T23:59:59.999Z`)
    await store.prisma.sample.update({ where: { id }, data: { createdAt } })
  }
  await saveReview(store.prisma, { sampleId: all[0]?.id ?? '', reviewer: 'Ada', verdict: 10 })
  const expected: [SampleFilter, number[]][] = [
    [{ label: 10 }, [0]],
    [{ label: 10, isReviewed: false }, []],
    [
      { guess: all[1]?.guess ?? -1 },
      all.flatMap(({ guess }, place) => (guess === all[1]?.guess ? [place] : [])),
    ],
    [{ model: 'digits-v9' }, [0, 1]],
    [{ model: 'digits-v9', contributor: grace.id }, [1]],
    [{ from: '2026-05-02' }, [1, 2, 3]],
    [{ to: '2026-05-02' }, [0, 1, 2]],
    [{ from: '2026-05-02', to: '2026-05-02', prompt: 1 }, [1, 2]],
  ]
  for (const [filter, places] of expected) {
    const ids = places.map((place) => all[place]?.id)
    const { samples, count } = await listSamples(store.prisma, filter)
    expect([filter, samples.map(({ id }) => id), count]).toEqual([filter, ids, ids.length])
    const exported: string[] = []
    for await (const { id } of readSamples(store.prisma, filter)) exported.push(id)
    expect([filter, exported.sort()]).toEqual([filter, ids.toSorted()])
  }
})

test.each([20, 23])(
  'samples: reading %i of them for an export, five at a time, meets each once',
  async (count) => {
    await play(Array.from({ length: count }, (_, canvas) => missed(canvas, 500)))
    const met: string[] = []
    for await (const { id } of readSamples(store.prisma, {}, 5)) met.push(id)
    expect([met.length, new Set(met).size]).toEqual([count, count])
  },
)

test('[R14] samples: an export leaves out the drawings of a daily challenge until its digits are published', async () => {
  const today = dayOf(Date.now())
  const days = [null, today, dayFrom(today, -2)]
  for (const day of days) await play([missed(0, 500)], { day })
  let exported = 0
  for await (const _ of readSamples(store.prisma)) exported++
  expect(exported).toBe(2)
  expect((await listSamples(store.prisma)).count).toBe(3)
})

test('samples: a review never overwrites the prompt, the guess or another review, and can be taken back', async () => {
  await play([missed(0, 100)])
  const id = (await listSamples(store.prisma)).samples[0]?.id ?? ''
  await saveReview(store.prisma, { sampleId: id, reviewer: 'admin', verdict: 7 })
  const second = idOf(await saveReview(store.prisma, { sampleId: id, reviewer: 'admin', verdict: 10 }))
  expect((await listSamples(store.prisma)).samples).toMatchObject([
    { prompt: 1, guess: 10, reviews: [{ verdict: 7 }, { verdict: 10 }] },
  ])
  await takeBackReview(store.prisma, second, 'admin')
  expect((await listSamples(store.prisma)).samples[0]?.reviews).toMatchObject([{ verdict: 7 }])
})

test('reviews: the last verdict is taken back whatever page gave it, one after the other, until there is none', async () => {
  await play([missed(0, 100), missed(1, 200)])
  const [hard, less] = (await listSamples(store.prisma)).samples
  const give = (sampleId = '', verdict = 7) =>
    saveReview(store.prisma, { sampleId, reviewer: 'admin', verdict })
  await give(hard?.id)
  await give(less?.id)
  await give(hard?.id, 1)
  const labels = async () => (await listSamples(store.prisma)).samples.map(({ label }) => label)
  expect(await labels()).toEqual([1, 7])
  const takeBack = () => takeBackLastReview(store.prisma, 'admin')
  expect(await takeBack()).toMatchObject({ sample: { id: hard?.id, prompt: 1, ink: hard?.ink } })
  expect(await labels()).toEqual([7, 7])
  expect(await takeBack()).toMatchObject({ sample: { id: less?.id } })
  expect(await takeBack()).toMatchObject({ sample: { id: hard?.id } })
  expect([await labels(), await takeBack()]).toEqual([[null, null], null])
})

test('[C4] reviews: no verdict is taken on a drawing that is no longer lent, or that is held', async () => {
  await play([missed(0, 100), missed(1, 100, grace)])
  const { samples } = await listSamples(store.prisma)
  await saveConsent(store.prisma, ada, { hasConsented: false, version: consentVersion, at: new Date() })
  await store.prisma.sample.updateMany({ where: { contributorId: grace.id }, data: { isHeld: true } })
  for (const { id } of samples)
    expect(await saveReview(store.prisma, { sampleId: id, reviewer: 'admin', verdict: 7 })).toEqual({
      is: 'gone',
    })
  expect(await store.prisma.review.count()).toBe(0)
})

test('samples: a contributor takes their samples back, and only theirs; the game stays', async () => {
  await play([missed(0, 300), missed(1, 300, grace)])
  expect(await deleteSamplesOf(store.prisma, ada.id)).toBe(1)
  expect((await listSamples(store.prisma)).samples.map(({ contributorId }) => contributorId)).toEqual([
    grace.id,
  ])
  expect(await store.prisma.drawing.count()).toBe(2)
})

test('samples: the summary counts what was played and how often each digit locked', async () => {
  await play([missed(0, 300), drawingBy([grace], { canvas: 1 }), missed(2, 1, ada, 4)])
  expect(await summarisePlay(store.prisma)).toMatchObject({
    rounds: 1,
    players: 2,
    digits: [
      { prompt: 1, drawings: 2, locked: 1, lockMs: 560 },
      { prompt: 4, drawings: 1, locked: 0, lockMs: null },
    ],
  })
})
