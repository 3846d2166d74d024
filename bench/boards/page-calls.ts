import { dayFrom, dayOf } from '#game/prompts/daily'
import { daySpan, seasonSpan } from '#game/records/spans'
import type { Guest } from '#server/auth/guest'
import { digitBoard } from '#server/store/boards/digit-board'
import { findSeason } from '#server/store/boards/find-season'
import { dailyBoard, leaderboard } from '#server/store/boards/leaderboard'
import { findGhostSource } from '#server/store/games/find-ghost-source'
import { findOwnResult } from '#server/store/games/find-own-result'
import { findReplay } from '#server/store/games/find-replay'
import { findRewards } from '#server/store/games/find-rewards'
import { findDigitTargets, findGameTarget } from '#server/store/games/find-targets'
import { listBanned, listReported } from '#server/store/moderation/list-reported'
import { findBests } from '#server/store/players/find-bests'
import { findConsent } from '#server/store/players/find-consent'
import { findProfile } from '#server/store/players/find-profile'
import { findStreak } from '#server/store/players/find-streak'
import { listPlayerGames } from '#server/store/players/list-player-games'
import { findStatus } from '#server/store/players/moderation-store'
import { findGhostsAnswer } from '#server/store/players/save-choices'
import { isErased } from '#server/store/players/tombstones'
import type { Prisma } from '#server/store/prisma'
import { ratingBoard } from '#server/store/ratings/rating-board'
import { tallyContributors } from '#server/store/samples/contributor-tally'
import { listAdminActions } from '#server/store/samples/exclude-contributor'
import { findOwnReview } from '#server/store/samples/find-own-review'
import { listContributors } from '#server/store/samples/list-contributors'
import { listSamples } from '#server/store/samples/list-samples'
import { measureLiveAccuracy } from '#server/store/samples/live-accuracy'
import { summarisePlay } from '#server/store/samples/summarise-play'

/** Who looks, and at which of their games. */
export type PageVisitor = { readonly guest: Guest; readonly gameId: string }

/** A page: what it asks the database, in the order in which it does, and its address. */
export type MeasuredPage = {
  readonly ask: (prisma: Prisma, visitor: PageVisitor, turn: number) => Promise<unknown>
  readonly address: (visitor: PageVisitor, turn: number) => string
  readonly isForAdmin?: boolean
}

const digits = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]

function board(span: 'all' | 'season', name: 'race' | 'digits'): MeasuredPage {
  return {
    address: (_, turn) => `/leaderboard?board=${name}&span=${span}&digit=${turn % digits.length}`,
    async ask(prisma, { guest }, turn) {
      await isErased(prisma, guest.id)
      const finding = findSeason(prisma)
      const season = span === 'all' ? null : await finding
      const options = { span: season === null ? 'all' : seasonSpan(season), own: guest.id } as const
      const digit = turn % digits.length
      await Promise.all([
        finding,
        name === 'race'
          ? leaderboard(prisma, { board: name, ...options })
          : digitBoard(prisma, { digit, ...options }),
      ])
    },
  }
}

export const measuredPages: Readonly<Record<string, MeasuredPage>> = {
  home: {
    address: () => '/',
    async ask(prisma, { guest }) {
      const now = Date.now()
      await isErased(prisma, guest.id)
      await Promise.all([
        leaderboard(prisma, { board: 'race', limit: 3 }),
        findStreak(prisma, guest.id, now),
        dailyBoard(prisma, dayFrom(dayOf(now), -1), { own: guest.id, limit: 1 }),
      ])
    },
  },
  'board, all time': board('all', 'race'),
  'board, season': board('season', 'race'),
  'digit board, all time': board('all', 'digits'),
  'digit board, season': board('season', 'digits'),
  'rating board': {
    address: () => '/leaderboard?board=rating',
    async ask(prisma, { guest }) {
      await isErased(prisma, guest.id)
      await Promise.all([findSeason(prisma), ratingBoard(prisma, { own: guest.id })])
    },
  },
  'result, signed in': {
    address: ({ gameId }) => `/result/${gameId}`,
    async ask(prisma, { guest, gameId }) {
      const [replay] = await Promise.all([findReplay(prisma, gameId), isErased(prisma, guest.id)])
      const options = { today: daySpan(Date.now()), own: guest.id }
      const prompts = new Set(replay?.rounds.flatMap(({ drawings }) => drawings.map(({ prompt }) => prompt)))
      await Promise.all([
        findGameTarget(prisma, 'race', options),
        findDigitTargets(prisma, [...prompts], options),
        findOwnReview(prisma, gameId, guest.id),
        findOwnResult(prisma, gameId, guest.id),
        findRewards(prisma, gameId, guest.id, Date.now()),
        findGhostSource(prisma, gameId, guest.id),
      ])
    },
  },
  profile: {
    address: () => '/profile',
    async ask(prisma, { guest }) {
      const { id: playerId } = guest
      await isErased(prisma, playerId)
      await Promise.all([
        findProfile(prisma, playerId),
        findBests(prisma, playerId),
        listPlayerGames(prisma, { playerId }),
        findConsent(prisma, playerId),
        findGhostsAnswer(prisma, playerId),
        findStatus(prisma, playerId),
      ])
    },
  },
  'admin: overview': {
    isForAdmin: true,
    address: () => '/admin',
    ask: (prisma) => Promise.all([summarisePlay(prisma), measureLiveAccuracy(prisma)]),
  },
  'admin: moderation': {
    isForAdmin: true,
    address: () => '/admin/moderation',
    ask: (prisma) => Promise.all([listReported(prisma), listBanned(prisma)]),
  },
  'admin: contributors': {
    isForAdmin: true,
    address: (_, turn) => `/admin/contributors?page=${pageOf(turn)}`,
    async ask(prisma, _, turn) {
      await tallyContributors(prisma)
      await Promise.all([listContributors(prisma, { page: pageOf(turn) }), listAdminActions(prisma)])
    },
  },
  'admin: samples, far on': {
    isForAdmin: true,
    address: (_, turn) => `/admin/samples?page=${pageOf(turn)}&after=${difficultyOf(turn)}.${anyId}`,
    ask: (prisma, _, turn) =>
      listSamples(prisma, {}, { cursor: { side: 'after', difficulty: difficultyOf(turn), id: anyId } }),
  },
}

/** Different ones, so that none is in Postgres' mind from the turn before. */
const pageOf = (turn: number) => 1 + (turn % 40)
const difficultyOf = (turn: number) => 100 + 7 * turn
const anyId = '80000000-0000-4000-8000-000000000000'
