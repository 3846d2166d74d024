import { describe, expect, test } from 'vitest'
import type { RecordedPlayer } from '#game/records/record'
import { banPlayer } from '#server/store/moderation/moderate'
import { recountContributors, tallyContributors } from '#server/store/samples/contributor-tally'
import {
  excludeContributor,
  listAdminActions,
  readmitContributor,
} from '#server/store/samples/exclude-contributor'
import { contributorsPerPage, listContributors } from '#server/store/samples/list-contributors'
import { listSamples } from '#server/store/samples/list-samples'
import { listReviewQueue, mostPerContributor, queueLength } from '#server/store/samples/review-queue'
import { saveReview } from '#server/store/samples/save-review'
import { giveConsent, lenders } from '#server/testing/lenders'
import { drawingBy, gameHeader, guessFor, playerNamed, roundOf } from '#server/testing/records'

const { store, players, play: playGame } = lenders('Ada', 'Mallory')
const [ada, mallory] = players
const actor = 'admin'

/** Drawings that were asked for as a 1 and seen as a 7, so surely. */
const misread = (player: RecordedPlayer, count: number, first = 0, sure = 900) =>
  Array.from({ length: count }, (_, canvas) => {
    const { thousandths } = guessFor(7, sure, 2)
    const guess = { opCount: 2, thousandths: thousandths.with(1, 1000 - sure).with(10, 0) }
    return drawingBy([player], { canvas: first + canvas, lock: null, guesses: [guess] })
  })

const easy = (player: RecordedPlayer, count: number, first: number) =>
  Array.from({ length: count }, (_, canvas) => drawingBy([player], { canvas: first + canvas }))

const play = (...drawings: ReturnType<typeof drawingBy>[]) => playGame(drawings, { seed: 1 })

/** As a page does it. */
const lookAt = async (place?: Parameters<typeof listContributors>[1]) => {
  await tallyContributors(store.prisma)
  return listContributors(store.prisma, place)
}

const keptOf = (player: RecordedPlayer) => store.prisma.sample.count({ where: { contributorId: player.id } })

describe('[C13] exclusion: one call removes all that a contributor gave and keeps no more', () => {
  test('samples and reviews are gone, later drawings are not kept, the games stay, and it is written down', async () => {
    await play(...misread(mallory, 3), ...misread(ada, 1, 3))
    const [sample] = await store.prisma.sample.findMany({ where: { contributorId: mallory.id } })
    await saveReview(store.prisma, { sampleId: sample?.id ?? '', reviewer: actor, verdict: 7 })
    await excludeContributor(store.prisma, { playerId: mallory.id, actor })
    expect([await keptOf(mallory), await keptOf(ada), await store.prisma.review.count()]).toEqual([0, 1, 0])
    await play(...misread(mallory, 2))
    expect(await keptOf(mallory)).toBe(0)
    expect(await store.prisma.drawing.count()).toBe(6)
    expect(await listAdminActions(store.prisma)).toMatchObject([
      { kind: 'excluded', actor, name: 'Mallory', samples: 3 },
    ])
  })

  test('twice, or of nobody, it is written down once, or not at all', async () => {
    await play(...misread(mallory, 1))
    await Promise.all([1, 2].map(() => excludeContributor(store.prisma, { playerId: mallory.id, actor })))
    await excludeContributor(store.prisma, { playerId: playerNamed('Nobody').id, actor })
    expect(await listAdminActions(store.prisma)).toHaveLength(1)
  })

  test('it is written down also of one without samples, and of one who was excluded and still has some', async () => {
    await excludeContributor(store.prisma, { playerId: ada.id, actor })
    await play(...misread(mallory, 2))
    await store.prisma.player.update({ where: { id: mallory.id }, data: { isExcluded: true } })
    await excludeContributor(store.prisma, { playerId: mallory.id, actor })
    expect(await keptOf(mallory)).toBe(0)
    const written = (await listAdminActions(store.prisma)).map(({ name, samples }) => [name, samples])
    expect(written.sort()).toEqual([
      ['Ada', 0],
      ['Mallory', 2],
    ])
  })

  test('who is readmitted twice, or was never excluded, is written down once, or not at all', async () => {
    await readmitContributor(store.prisma, { playerId: ada.id, actor })
    await excludeContributor(store.prisma, { playerId: mallory.id, actor })
    for (let times = 0; times < 2; times++)
      await readmitContributor(store.prisma, { playerId: mallory.id, actor })
    expect((await listAdminActions(store.prisma)).map(({ kind, name }) => [kind, name])).toEqual([
      ['readmitted', 'Mallory'],
      ['excluded', 'Mallory'],
    ])
  })

  test('a round that is saved at the same moment leaves nothing behind', async () => {
    for (let times = 0; times < 5; times++) {
      const round = roundOf(gameHeader({ seed: 1 }), 0, misread(mallory, 2))
      await Promise.all([
        store.saveRound(round),
        excludeContributor(store.prisma, { playerId: mallory.id, actor }),
      ])
      expect(await keptOf(mallory)).toBe(0)
      await readmitContributor(store.prisma, { playerId: mallory.id, actor })
    }
  })

  test('who is readmitted contributes from then on; the log has both, newest first', async () => {
    await play(...misread(mallory, 2))
    await excludeContributor(store.prisma, { playerId: mallory.id, actor })
    await readmitContributor(store.prisma, { playerId: mallory.id, actor })
    await play(...misread(mallory, 1))
    expect(await keptOf(mallory)).toBe(1)
    expect((await listAdminActions(store.prisma)).map(({ kind }) => kind)).toEqual(['readmitted', 'excluded'])
  })
})

test('[C13] collection: nothing is kept of a banned player, until the ban is lifted', async () => {
  await banPlayer(store.prisma, mallory.id, true)
  await play(...misread(mallory, 2))
  expect(await keptOf(mallory)).toBe(0)
  await banPlayer(store.prisma, mallory.id, false)
  await play(...misread(mallory, 2))
  expect(await keptOf(mallory)).toBe(2)
})

describe('[C13] contributors', () => {
  test('come with what they drew, what is kept, and how much of it reviewers and the network disagree with', async () => {
    await play(...misread(ada, 2), ...easy(ada, 8, 2))
    const [first, second] = (await listSamples(store.prisma)).samples
    await saveReview(store.prisma, { sampleId: first?.id ?? '', reviewer: actor, verdict: 1 })
    await saveReview(store.prisma, { sampleId: second?.id ?? '', reviewer: actor, verdict: 7 })
    const { contributors, count } = await lookAt()
    expect(count).toBe(1)
    expect(contributors).toMatchObject([
      { id: ada.id, name: 'Ada', drawings: 10, samples: 2, misread: 2, reviewed: 2, corrected: 1 },
    ])
    expect(contributors[0]?.pictures).toHaveLength(2)
  })

  test('a sender of nothing but wrong drawings comes before one who draws much and is often misread', async () => {
    await play(...misread(ada, 40), ...easy(ada, 80, 40), ...misread(mallory, 30, 120))
    const names = (await lookAt()).contributors.map(({ name }) => name)
    expect(names).toEqual(['Mallory', 'Ada'])
  })

  test('one whom reviewers corrected comes before one whom only the network misreads', async () => {
    await play(...misread(ada, 6), ...misread(mallory, 6, 6), ...easy(mallory, 60, 12))
    const { samples } = await listSamples(store.prisma, { contributor: mallory.id })
    for (const { id } of samples)
      await saveReview(store.prisma, { sampleId: id, reviewer: actor, verdict: 7 })
    for (const { id } of (await listSamples(store.prisma, { contributor: ada.id })).samples)
      await saveReview(store.prisma, { sampleId: id, reviewer: actor, verdict: 1 })
    await play(...easy(ada, 60, 0))
    const names = (await lookAt()).contributors.map(({ name }) => name)
    expect(names).toEqual(['Mallory', 'Ada'])
  })

  test('more than fit on a page are on two, each once, who was excluded and has nothing left among them', async () => {
    const others = Array.from({ length: contributorsPerPage }, (_, index) => playerNamed(`Player ${index}`))
    await giveConsent(store.prisma, ...others)
    await play(...others.flatMap((player, canvas) => misread(player, 1, canvas)), ...misread(mallory, 1, 90))
    await excludeContributor(store.prisma, { playerId: mallory.id, actor })
    const pages = await Promise.all([1, 2, 3].map((page) => lookAt({ page })))
    expect(pages.map(({ count, pageCount }) => [count, pageCount])).toEqual(Array(3).fill([25, 2]))
    expect(pages.map(({ contributors }) => contributors.length)).toEqual([contributorsPerPage, 1, 0])
    const names = pages.flatMap(({ contributors }) => contributors.map(({ name }) => name))
    expect(new Set(names)).toEqual(new Set([...others.map(({ name }) => name), 'Mallory']))
  })

  test('the page after one begins after its last, and the page before ends before its first, also among equals', async () => {
    const others = Array.from({ length: contributorsPerPage + 6 }, (_, index) =>
      playerNamed(`Player ${index}`),
    )
    await giveConsent(store.prisma, ...others)
    await play(
      ...others.flatMap((player, canvas) => misread(player, 1, canvas)),
      ...easy(ada, 9, 90),
      ...misread(ada, 1, 99),
    )
    const [first, second] = await Promise.all([1, 2].map((page) => lookAt({ page })))
    const last = first?.contributors.at(-1)
    const begin = second?.contributors[0]
    if (!last || !begin) throw new Error('there are two pages')
    expect(await lookAt({ page: 2, cursor: { side: 'after', ...last } })).toEqual(second)
    expect(await lookAt({ page: 1, cursor: { side: 'before', ...begin } })).toEqual(first)
  })

  test('thousands who were marked are counted, by the hundred', async () => {
    await store.prisma.$executeRaw`
      insert into "Player" (id, name, colour, "seenAt", "isExcluded")
      select gen_random_uuid(), 'Player ' || n, 0, now(), true from generate_series(1, 1200) n`
    await recountContributors(store.prisma)
    expect([
      await store.prisma.contributorTally.count(),
      await store.prisma.changedContributor.count(),
    ]).toEqual([1200, 0])
  })

  test('are shown with their hardest drawings, the hardest first', async () => {
    await play(
      ...[700, 950, 600, 900, 650, 990, 850, 800].flatMap((sure, canvas) => misread(ada, 1, canvas, sure)),
    )
    const [found] = (await lookAt()).contributors
    const hardest = (await listSamples(store.prisma)).samples.slice(0, 6).map(({ id }) => id)
    expect(found?.pictures.map(({ id }) => id)).toEqual(hardest)
  })

  test('who was excluded stays on the list, to be readmitted', async () => {
    await play(...misread(mallory, 1))
    await excludeContributor(store.prisma, { playerId: mallory.id, actor })
    expect((await lookAt()).contributors).toMatchObject([
      { name: 'Mallory', isExcluded: true, drawings: 1, samples: 0, pictures: [] },
    ])
  })
})

describe('[C14] review queue', () => {
  const people = (count: number) =>
    Array.from({ length: count }, (_, index) => playerNamed(`Player ${index}`))

  test('one sender of 100 of the hardest has three places of 48, and everybody’s hardest comes first', async () => {
    const others = people(20)
    await giveConsent(store.prisma, ...others)
    await play(
      ...misread(mallory, 100, 0, 1000),
      ...others.flatMap((player, index) => misread(player, 4, 100 + index * 4, 600 + index)),
    )
    const queue = await listReviewQueue(store.prisma, { reviewer: actor, now: new Date() })
    const of = (player: RecordedPlayer) => queue.filter(({ contributorId }) => contributorId === player.id)
    expect(queue).toHaveLength(queueLength)
    for (const player of [mallory, ...others])
      expect(of(player).length).toBeLessThanOrEqual(mostPerContributor)
    expect(of(mallory)).toHaveLength(mostPerContributor)
    const starts = queue.slice(0, new Set(queue.map(({ contributorId }) => contributorId)).size)
    expect(new Set(starts.map(({ contributorId }) => contributorId)).size).toBe(starts.length)
    expect(queue[0]?.contributorId).toBe(mallory.id)
  })

  test('everybody’s hardest comes before anybody’s second, and among equals the harder first', async () => {
    const sures = [700, 900, 800]
    await play(
      ...sures.flatMap((sure, canvas) => misread(ada, 1, canvas, sure)),
      ...sures.flatMap((sure, canvas) => misread(mallory, 1, 10 + canvas, sure - 50)),
    )
    const queue = await listReviewQueue(store.prisma, { reviewer: actor, now: new Date() })
    expect(queue.map(({ difficulty }) => difficulty)).toEqual([900, 850, 800, 750, 700, 650])
  })

  test('what is reviewed makes place for the next of its contributor, until none is left', async () => {
    await play(...misread(ada, 7))
    const seen: string[] = []
    for (
      let queue = await listReviewQueue(store.prisma, { reviewer: actor, now: new Date() });
      queue.length > 0;
    ) {
      expect(queue.length).toBeLessThanOrEqual(mostPerContributor)
      for (const { id } of queue) {
        seen.push(id)
        await saveReview(store.prisma, { sampleId: id, reviewer: actor, verdict: 1 })
      }
      queue = await listReviewQueue(store.prisma, { reviewer: actor, now: new Date() })
    }
    expect(new Set(seen).size).toBe(7)
  })
})
