import { beforeEach, expect, test } from 'vitest'
import type { DrawingRecord, RecordedPlayer } from '#game/records/record'
import { foolPoints, type Vote } from '#game/scoring/fool'
import { findReplay } from '#server/store/games/find-replay'
import { banPlayer } from '#server/store/moderation/moderate'
import { giveConsent } from '#server/testing/lenders'
import { drawingBy, gameHeader, guessFor, playerNamed, roundOf } from '#server/testing/records'
import { saveShortGame } from '#server/testing/save-short-game'
import { testStore } from '#server/testing/store'
import { mostVotesPerLabel } from './count-votes'
import { listReviewQueue } from './review-queue'
import { suggestLabel } from './suggest-label'

const store = testStore()
const ada = playerNamed('Ada')
const ben = playerNamed('Ben')
const cyd = playerNamed('Cyd')

beforeEach(() => giveConsent(store.prisma, ada, ben, cyd))

/** A 7 that the network takes for a 1. */
function drawn(player: RecordedPlayer, canvas: number, votes: readonly Vote[]): DrawingRecord {
  const guesses = [guessFor(1, 990, 2)]
  const points = foolPoints({ prompt: 7, guesses, votes })
  return drawingBy([player], {
    ...{ canvas, prompt: 7, guesses, lock: null, points, speed: 0, cleanness: 0 },
    ...{ votes, goldCheck: { digit: 4, label: 4 } },
  })
}

async function play(drawings: readonly DrawingRecord[], seed = 1): Promise<string> {
  const header = gameHeader({ seed })
  const game = { ...header, settings: { ...header.settings, mode: 'fool' as const } }
  await saveShortGame(store.prisma, roundOf(game, 0, drawings))
  return game.id
}

const vote = (voter: number, label: number, isTrusted = true): Vote => ({ voter, label, isTrusted })
const byAll = () => [
  drawn(ada, 0, [vote(1, 7), vote(2, 7)]),
  drawn(ben, 1, [vote(0, 1), vote(2, 1)]),
  drawn(cyd, 2, []),
]
const kept = () => store.prisma.sample.findMany({ orderBy: { id: 'asc' } })

test('[C16] fooled: what people read and the network did not is kept, for that alone; what they did not read is not', async () => {
  // Of a seed of which everything is in the control share.
  for (let seed = 0; seed < 4; seed++) await play(byAll(), seed)
  const samples = await kept()
  expect(samples).toHaveLength(4)
  for (const sample of samples)
    expect(sample).toMatchObject({
      contributorId: ada.id,
      reason: 'fooled',
      reasons: ['fooled'],
      label: null,
    })
})

test('[C17] votes: the reviewer is shown how many read what, and offered what most read; it stays without a label', async () => {
  await play(byAll())
  const [sample] = await listReviewQueue(store.prisma, { reviewer: 'Ada', now: new Date() })
  expect(sample).toMatchObject({ votes: [0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0], label: null, reasons: ['fooled'] })
  expect(suggestLabel({ votes: sample?.votes ?? [], thousandths: sample?.thousandths ?? [] })).toBe(7)
  // Without votes it would have been what the network said.
  expect(suggestLabel({ votes: [], thousandths: sample?.thousandths ?? [] })).toBe(1)
})

test('[C17] votes: those of a banned voter, and of who misread the known drawing, are not counted', async () => {
  await banPlayer(store.prisma, ben.id, true)
  await play([
    drawn(ada, 0, [vote(1, 7), vote(2, 7), vote(3, 1, false)]),
    drawn(ben, 1, []),
    drawn(cyd, 2, []),
    drawn(playerNamed('Dot'), 3, []),
  ])
  expect((await kept()).map(({ votes }) => votes)).toEqual([[0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0]])
})

test('[C17] votes: of one voter no more than the cap of one label is counted on all that is kept', async () => {
  const others = Array.from({ length: mostVotesPerLabel / 2 + 1 }, (_, place) => playerNamed(`P${place}`))
  await giveConsent(store.prisma, ...others)
  for (const seed of [1, 2])
    await play([drawn(ben, 0, []), ...others.map((player, at) => drawn(player, at + 1, [vote(0, 7)]))], seed)
  const counted = (await kept()).reduce((sum, { votes }) => sum + (votes[7] ?? 0), 0)
  expect(counted).toBe(mostVotesPerLabel)
})

test('[S17] stored votes come back as they were, so that a round scores the same again', async () => {
  const drawings = byAll()
  const replay = await findReplay(store.prisma, await play(drawings))
  expect(replay?.rounds[0]?.drawings.map(({ votes, goldCheck }) => ({ votes, goldCheck }))).toEqual(
    drawings.map(({ votes, goldCheck }) => ({ votes, goldCheck })),
  )
})
