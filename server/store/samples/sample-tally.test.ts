import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { nextRandom } from '#game/prompts/random'
import { consentVersion } from '#game/protocol/consent'
import type { GameHeader, RecordedPlayer } from '#game/records/record'
import { decideHold } from '#server/store/moderation/decide-hold'
import { erasePlayer } from '#server/store/players/erase-player'
import { saveConsent } from '#server/store/players/save-consent'
import { pruneRounds } from '#server/store/retention/prune-rounds'
import { query } from '#server/testing/database'
import { giveConsent } from '#server/testing/lenders'
import {
  drawingBy,
  gameHeader,
  gameOf,
  guessFor,
  playerNamed,
  roundOf,
  standingOf,
} from '#server/testing/records'
import { testStore } from '#server/testing/store'
import { labelAll, takeBackBulk } from './bulk-review'
import { recountContributors, tallyContributors } from './contributor-tally'
import { deleteOwnSample, deleteSamplesOf } from './delete-samples'
import { excludeContributor, readmitContributor } from './exclude-contributor'
import { measureLiveAccuracy } from './live-accuracy'
import { takeReviewQueue } from './review-queue'
import { acceptStack, takeStack } from './review-stack'
import { type SampleFilter, whereSample } from './sample-filter'
import { countSamples, recountSamples } from './sample-tally'
import { saveReview, takeBackLastReview } from './save-review'

const store = testStore()
const actor = 'admin'

/** The same choices each time. */
let state = 16
function random(below: number): number {
  let drawn: number
  ;[drawn, state] = nextRandom(state)
  return Math.floor(drawn * below)
}
const oneOf = <Item>(items: readonly Item[]): Item => items[random(items.length)] as Item

beforeEach(() => {
  state = 16
})

/** Each kind with how many there are of it: as it was kept, and as it is. */
async function tallied() {
  const kinds = '"judgeVersion", prompt, guess, label, reasons'
  const [kept, counted] = await Promise.all([
    query(
      store.url,
      `select ${kinds}, sum(count)::int as count from "SampleTally" group by ${kinds} having sum(count) <> 0 order by ${kinds}`,
    ),
    query(
      store.url,
      `select ${kinds}, count(*)::int as count from "Sample" sample join "Player" player on player.id = sample."contributorId"
        where not "isHeld" and "hasConsented" and not "isExcluded" group by ${kinds} order by ${kinds}`,
    ),
  ])
  return { kept, counted }
}

/** Each contributor with what is kept of them: as it was counted when it changed, and as it is. */
async function talliedContributors() {
  await tallyContributors(store.prisma)
  const [kept, counted] = await Promise.all([
    query(
      store.url,
      'select "playerId" as id, samples, misread, reviewed, corrected from "ContributorTally" order by id',
    ),
    query(
      store.url,
      `select player.id, count(sample.id)::int as samples, (count(*) filter (where guess <> prompt))::int as misread,
          count(label)::int as reviewed, (count(*) filter (where label <> prompt))::int as corrected
        from "Player" player left join "Sample" sample on sample."contributorId" = player.id
        group by player.id having count(sample.id) > 0 or player."isExcluded" order by id`,
    ),
  ])
  return { kept, counted }
}

/** What may happen to samples: each picks at random what it happens to. */
function happenings() {
  const players = Array.from({ length: 5 }, (_, index) => playerNamed(`Player ${index}`))
  const open: GameHeader[] = []
  const stacks: string[] = []
  const anySample = async () =>
    oneOf([...(await store.prisma.sample.findMany({ select: { id: true } })), null])?.id
  const standings = () =>
    players.map((player, firstCanvas) =>
      standingOf(player, 300 * random(5), { firstCanvas, heldFor: random(4) === 0 ? ['too-soon'] : [] }),
    )
  const round = (game: GameHeader, index: number) =>
    store.saveRound(
      roundOf(
        game,
        index,
        players.map((player, canvas) => {
          const prompt = random(3)
          const guesses = [guessFor(prompt, 900, 1), guessFor(random(3), 400 + random(600), 2)]
          return drawingBy([player], { canvas, prompt, guesses, ...(random(2) === 0 && { lock: null }) })
        }),
      ),
    )
  const consent = (hasConsented: boolean) =>
    saveConsent(store.prisma, oneOf(players), { hasConsented, version: consentVersion, at: new Date(0) })
  const verdict = async () => {
    const sampleId = (await anySample()) ?? randomUUID()
    await saveReview(store.prisma, { sampleId, reviewer: oneOf(['Ada', 'Ben']), verdict: random(3) })
  }
  const happens: Record<string, () => Promise<unknown>> = {
    async 'a game is played'() {
      const game = gameHeader({ seed: 1, startedAt: Date.UTC(2026, 0, 1 + random(300)) })
      await round(game, 0)
      await round(game, 1)
      if (random(2) === 0) open.push(game)
      else await store.saveGame(gameOf(game, standings()))
    },
    async 'a game ends, and a round of it comes later'() {
      const game = open.pop()
      if (!game) return
      await store.saveGame(gameOf(game, standings()))
      await round(game, 2)
    },
    'somebody says yes': () => consent(true),
    'somebody says no': () => consent(false),
    'a verdict is given': verdict,
    'another verdict is given': verdict,
    'a verdict is taken back': () => takeBackLastReview(store.prisma, oneOf(['Ada', 'Ben'])),
    async 'all of a filter are labelled'() {
      const filter = { prompt: random(3) }
      const expected = await store.prisma.sample.count({ where: whereSample(filter) })
      const done = await labelAll(store.prisma, { filter, label: random(3), expected, reviewer: 'Ben' })
      if (done.is === 'labelled') stacks.push(done.stackId)
    },
    async 'that is taken back'() {
      const stackId = stacks.pop()
      if (stackId) await takeBackBulk(store.prisma, stackId, 'Ben')
    },
    async 'a stack is accepted'() {
      const stack = await takeStack(store.prisma, { now: new Date() })
      if (!stack) return
      const [doubted, ...accepted] = stack.samples.map(({ id }) => id)
      const { id: stackId, digit } = stack
      await acceptStack(store.prisma, {
        ...{ stackId, digit, accepted, doubted: doubted ? [doubted] : [], reviewer: 'Ada' },
      })
    },
    'samples are leased': () => takeReviewQueue(store.prisma, { reviewer: 'Ada', now: new Date() }),
    async 'a hold is decided'() {
      const hold = oneOf(await store.prisma.hold.findMany())
      if (hold) await decideHold(store.prisma, { ...hold, decision: oneOf(['released', 'removed'] as const) })
    },
    'somebody is excluded': () => excludeContributor(store.prisma, { playerId: oneOf(players).id, actor }),
    'somebody is readmitted': () => readmitContributor(store.prisma, { playerId: oneOf(players).id, actor }),
    async 'somebody takes a drawing back'() {
      const id = (await anySample()) ?? randomUUID()
      await deleteOwnSample(store.prisma, { id, contributorId: oneOf(players).id })
    },
    'somebody takes all back': () => deleteSamplesOf(store.prisma, oneOf(players).id),
    async 'somebody is erased'() {
      const [gone] = players.splice(random(players.length), 1, playerNamed('New'))
      if (gone) await erasePlayer(store.prisma, gone.id)
    },
    'old rounds are pruned': () =>
      pruneRounds(store.prisma, {
        ...{ drawingsBefore: new Date(Date.UTC(2026, random(11))), guessesBefore: null },
        ...{ season: null, after: null, isDryRun: false },
      }),
    'all are counted anew': () => recountSamples(store.prisma),
    'somebody looks at contributors': () => tallyContributors(store.prisma),
    'all contributors are counted anew': () => recountContributors(store.prisma),
  }
  return { players, happens }
}

/** Who said no or was excluded lends again: else nothing would be left in the end. */
async function returnOf(players: readonly RecordedPlayer[]): Promise<void> {
  for (const { id: playerId } of players) await readmitContributor(store.prisma, { playerId, actor })
  await giveConsent(store.prisma, ...players)
}

test('[C4] [C13] how many samples there are: whatever happened to them, one after the other and at once', async () => {
  const { players, happens } = happenings()
  await giveConsent(store.prisma, ...players)
  const names = Object.keys(happens)
  const numbers: number[] = []
  const compare = async (...happened: string[]) => {
    const { kept, counted } = await tallied()
    expect(kept, happened.join(', ')).toEqual(counted)
    const contributors = await talliedContributors()
    expect(contributors.kept, happened.join(', ')).toEqual(contributors.counted)
    numbers.push(counted.length)
  }
  // Each by itself, then four at once.
  for (const name of names) {
    await happens['a game is played']?.()
    await tallyContributors(store.prisma)
    await happens[name]?.()
    await compare(name)
  }
  for (let turn = 0; turn < 12; turn++) {
    await returnOf(players)
    const now = ['a game is played', ...Array.from({ length: 3 }, () => oneOf(names))]
    await Promise.all(now.map((name) => happens[name]?.()))
    await compare(...now)
  }
  // It was about something nearly always.
  expect(numbers.filter((kinds) => kinds > 5).length).toBeGreaterThan(20)
})

test('a count by filter is that of the samples themselves', async () => {
  const { players, happens } = happenings()
  await giveConsent(store.prisma, ...players)
  for (let turn = 0; turn < 5; turn++) await happens['a game is played']?.()
  for (let turn = 0; turn < 12; turn++) await happens['a verdict is given']?.()
  const filters: SampleFilter[] = [
    ...[
      {},
      { prompt: 1 },
      { label: 2 },
      { guess: 0 },
      { reason: 'never_locked' as const },
      { model: 'digits-v1' },
    ],
    ...[
      { model: 'digits-v9' },
      { isReviewed: true },
      { isReviewed: false, prompt: 2 },
      { from: '2026-06-01' },
    ],
    { contributor: players[0]?.id },
  ]
  for (const filter of filters)
    expect(await countSamples(store.prisma, filter), JSON.stringify(filter)).toBe(
      await store.prisma.sample.count({ where: whereSample(filter) }),
    )
  const measured = await measureLiveAccuracy(store.prisma)
  expect(measured.reduce((sum, { control, hard }) => sum + control.count + hard.count, 0)).toBe(
    await countSamples(store.prisma, { isReviewed: true }),
  )
})
