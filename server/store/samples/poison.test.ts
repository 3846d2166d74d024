import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { notADigit } from '#game/protocol/constants'
import type { Split } from '#models/samples-format/schema'
import { isGold } from '#models/samples-format/split'
import { Chance } from '#models/training/chance'
import { drawBatch } from '#models/training/mixture'
import { groupPlayers } from '#models/training/players'
import { contributorCaps } from '#server/store/samples/cap-contributors'
import { writersOf } from '#server/store/samples/labelled-sample'
import { prepareExport } from '#server/store/samples/prepare-export'
import { listReviewQueue, mostPerContributor } from '#server/store/samples/review-queue'
import { drawingBy, guessFor, playerNamed } from '#server/testing/records'
import { testStore } from '#server/testing/store'

const store = testStore()
const { ink, pointCount, inkLength } = drawingBy([])

type Crowd = { readonly name: string; readonly people: number; readonly each: number }
/** The honest draw what they are asked for; a poisoner draws the next digit, and the network is as sure of that as can be. */
const honest: Crowd = { name: 'honest', people: 120, each: 10 }
const sender: Crowd = { name: 'sender', people: 1, each: 1_000 }
const colluders: Crowd = { name: 'colluder', people: 10, each: 100 }
const isWrong = (name: string) => !name.startsWith(honest.name)

/** Stores samples as play leaves them, not reviewed. */
async function collect(...crowds: readonly Crowd[]): Promise<void> {
  const { prisma } = store
  const [gameId, roundId] = [randomUUID(), randomUUID()]
  const at = new Date()
  const settings = {}
  await prisma.game.create({
    data: { id: gameId, roomCode: 'ACDEF', mode: 'race', settings, seed: 1, startedAt: at, finishedAt: at },
  })
  const judge = { judgeVersion: 'digits-v1', judgeEngine: 'wasm' as const }
  await prisma.round.create({
    data: { ...{ id: roundId, gameId, index: 0 }, ...judge, startedAt: at, endedAt: at },
  })
  const people = crowds.flatMap(({ name, people, each }) =>
    Array.from({ length: people }, (_, index) => ({ ...playerNamed(`${name} ${index}`), each })),
  )
  const answered = { hasConsented: true, consentVersion: 1, consentAnsweredAt: at, seenAt: at }
  await prisma.player.createMany({
    data: people.map(({ id, name, colour }) => ({ id, name, colour, ...answered })),
  })
  const drawn = people.flatMap(({ id: contributorId, name, each }) =>
    Array.from({ length: each }, (_, index) => {
      const prompt = index % 10
      return {
        drawingId: randomUUID(),
        contributorId,
        prompt,
        guess: isWrong(name) ? (prompt + 1) % 10 : prompt,
      }
    }),
  )
  const drawings = drawn.map(({ drawingId, prompt }, canvas) => ({
    ...{ id: drawingId, roundId, canvas, index: 0, prompt, promptAtMs: 0, ink, pointCount, inkLength },
    ...{ guesses: [], wrongLocks: 1, lagCreditMs: 0, points: 0, speed: 0, cleanness: 0 },
  }))
  const samples = drawn.map(({ guess, ...sample }) => ({
    ...{ ...sample, guess, thousandths: guessFor(guess, 999, 1).thousandths.slice(), difficulty: 999 },
    ...{ reason: 'wrong_lock' as const, reasons: ['wrong_lock' as const], consentVersion: 1 },
  }))
  // A few at a time: one statement of them all would be the only thing that a busy machine does for seconds.
  for (let from = 0; from < drawn.length; from += 400) {
    await prisma.drawing.createMany({ data: drawings.slice(from, from + 400) })
    await prisma.sample.createMany({ data: samples.slice(from, from + 400) })
  }
}

/** Reviewers who say yes to whatever was asked for. */
const reviewCarelessly = () => store.prisma.$executeRaw`update "Sample" set label = prompt`

async function exported() {
  const options = { formats: ['ndjson' as const], contributorKey: 'key' }
  const { request } = await prepareExport(store.prisma, {
    ...options,
    scope: { filter: {}, onlyReviewed: true },
  })
  const players = await store.prisma.player.findMany({ select: { id: true, name: true } })
  const writerOf = writersOf('key')
  const nameOf = new Map(players.map(({ id, name }) => [writerOf(id), name]))
  const found: { name: string; writer: string; split: Split }[] = []
  for await (const { writer, split } of request.samples())
    found.push({ name: nameOf.get(writer) ?? '', writer, split })
  return found
}

test('[F25] poison: a sender of 1,000 wrong drawings and ten colluders of 100 label nothing without a review, and where reviewers are careless have a hundredth of an export each, all of them less than three hundredths of a batch', async () => {
  await collect(honest, sender, colluders)
  expect(await store.prisma.sample.count({ where: { label: { not: null } } })).toBe(0)
  expect(await exported()).toEqual([])
  const queue = await listReviewQueue(store.prisma, { reviewer: 'Ada', now: new Date() })
  const inQueue = new Map<string, number>()
  for (const { contributorId } of queue) inQueue.set(contributorId, (inQueue.get(contributorId) ?? 0) + 1)
  expect(Math.max(...inQueue.values())).toBeLessThanOrEqual(mostPerContributor)

  await reviewCarelessly()
  const samples = await exported()
  const names = ['sender 0', ...Array.from({ length: colluders.people }, (_, index) => `colluder ${index}`)]
  const of = (asked: string) => samples.filter(({ name }) => name === asked).length
  const wrong = samples.filter(({ name }) => isWrong(name)).length
  for (const name of names) expect(of(name)).toBeLessThanOrEqual(contributorCaps.share * samples.length)
  const strokes = [
    [
      { x: 0, y: -0.5 },
      { x: 0, y: 0.5 },
    ],
  ]
  // Each wrong drawing goes by the label it must not have, so that a batch tells how many there are.
  const players = groupPlayers(
    samples
      .filter((sample) => !isGold(sample))
      .map(({ name, writer }) => ({ strokes, contributor: writer, label: isWrong(name) ? 1 : 0 })),
  )
  const plain = [{ label: notADigit, strokes }]
  const picture = [{ label: notADigit, raster: new Uint8Array(784) }]
  const size = 8_000
  // One label, so that the balance between labels does not hide that between contributors.
  const one = { samples: players.samples, byLabel: [players.byLabel.flat()] }
  const batch = drawBatch(
    { pictures: picture, digits: plain, others: plain, players: one },
    size,
    new Chance(1),
  )
  const learnt = batch.labels.filter((label) => label === 1).length / size
  console.log(
    `poison: of ${sender.people * sender.each + colluders.people * colluders.each} wrong drawings ${wrong} of ${samples.length} ` +
      `are exported (${((100 * wrong) / samples.length).toFixed(1)} %), and ${(100 * learnt).toFixed(2)} % of a batch are wrong`,
  )
  expect(wrong).toBeGreaterThan(0)
  expect(learnt).toBeLessThan(0.03)
})
