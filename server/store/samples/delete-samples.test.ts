import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { deleteOwnSample, deleteSamplesOf } from '#server/store/samples/delete-samples'
import { listOwnSamples } from '#server/store/samples/list-own-samples'
import { listSamples } from '#server/store/samples/list-samples'
import { readSamples } from '#server/store/samples/read-samples'
import { saveReview } from '#server/store/samples/save-review'
import { writeExport } from '#server/store/samples/write-export'
import { lenders } from '#server/testing/lenders'
import { drawingBy, gameHeader, guessFor, roundOf } from '#server/testing/records'

const { store, players, play } = lenders('Ada', 'Grace')
const [ada, grace] = players

const missed = (canvas: number, player = ada) =>
  drawingBy([player], { canvas, lock: null, guesses: [guessFor(7, 600, 2)] })

const saveMissed = (...players: (typeof ada)[]) =>
  play(players.map((player, canvas) => missed(canvas, player)))

/** Everything an export says, as text. */
async function exported(): Promise<string> {
  const parent = await mkdtemp(path.join(tmpdir(), 'delete-'))
  const folder = path.join(parent, 'samples')
  const options = {
    formats: ['ndjson'],
    scope: { onlyReviewed: false, filter: {} },
    contributorKey: 'k1',
  } as const
  await writeExport(store.prisma, folder, options)
  const text = await readFile(path.join(folder, 'samples.ndjson'), 'utf8')
  await rm(parent, { recursive: true })
  return text
}

test('sample deletion: one drawing taken back is in no list and no later export, and neither are its reviews', async () => {
  await saveMissed(ada, ada)
  const [taken, kept] = (await listOwnSamples(store.prisma, ada.id)).samples
  await saveReview(store.prisma, { sampleId: taken?.id ?? '', reviewer: 'admin', verdict: 7 })
  expect(await deleteOwnSample(store.prisma, { id: taken?.id ?? '', contributorId: ada.id })).toBe(true)
  expect((await listOwnSamples(store.prisma, ada.id)).samples.map(({ id }) => id)).toEqual([kept?.id])
  expect((await listSamples(store.prisma)).samples.map(({ id }) => id)).toEqual([kept?.id])
  expect(await store.prisma.review.count()).toBe(0)
  const text = await exported()
  expect(text).toContain(kept?.id)
  expect(text).not.toContain(taken?.id)
})

test('sample deletion: nobody takes back what another lent', async () => {
  await saveMissed(ada)
  const [sample] = (await listOwnSamples(store.prisma, ada.id)).samples
  expect(await deleteOwnSample(store.prisma, { id: sample?.id ?? '', contributorId: grace.id })).toBe(false)
  expect((await listOwnSamples(store.prisma, grace.id)).count).toBe(0)
  expect(await exported()).toContain(sample?.id)
})

test('sample deletion: all drawings taken back leave an export of the others', async () => {
  await saveMissed(ada, grace, ada)
  expect(await deleteSamplesOf(store.prisma, ada.id)).toBe(2)
  const [left] = (await listOwnSamples(store.prisma, grace.id)).samples
  expect((await exported()).trim().split('\n')).toEqual([expect.stringContaining(left?.id ?? '')])
})

test('sample deletion: a round that is written again brings nothing back', async () => {
  const round = roundOf(gameHeader(), 0, [missed(0)])
  await store.saveRound(round)
  await deleteSamplesOf(store.prisma, ada.id)
  await store.saveRound(round)
  expect((await listOwnSamples(store.prisma, ada.id)).count).toBe(0)
})

test('sample deletion: drawings taken back during an export cost it no others', async () => {
  await saveMissed(ada, ada, ada, ada, ada, ada, ada)
  const met: string[] = []
  for await (const { id } of readSamples(store.prisma, {}, 2)) {
    met.push(id)
    // The second one is the last of its reading: the next reading begins after it.
    if (met.length === 2) await deleteOwnSample(store.prisma, { id, contributorId: ada.id })
  }
  expect(met).toHaveLength(7)
})
