import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import type { PlayerId } from '#game/protocol/scalars'
import { systemClock } from '#server/host/clock'
import { digitBoard } from '#server/store/boards/digit-board'
import { findSeason } from '#server/store/boards/find-season'
import { leaderboard } from '#server/store/boards/leaderboard'
import { pagePrisma } from '#server/store/page-store'
import { ratingBoard } from '#server/store/ratings/rating-board'
import { orBusy } from '../../home/notices/or-busy'
import { SiteHeader } from '../../home/site-header'
import { boardName, hasOneRound } from '../../kit/board-name'
import { BoardScreen } from './board-screen'
import { DigitRanking } from './digit-ranking'
import { GameRanking } from './game-ranking'
import { RatingRanking } from './rating-ranking'
import { type BoardChoice, boardSpanOf, tabOf } from './span'

type LeaderboardPageProps = {
  choice: BoardChoice
  /** Who is looking; undefined for a visitor who has no name yet. */
  own: PlayerId | undefined
}

/** The chosen board, with the rows around the player who is looking. */
export const LeaderboardPage = orBusy(async ({ choice, own }: LeaderboardPageProps) => {
  const finding = findSeason(pagePrisma())
  const [season, ranking] = await Promise.all([finding, rankingOf(choice, finding, own)])
  return (
    <>
      <SiteHeader />
      <BoardScreen {...choice} season={season} isEmpty={ranking === null}>
        {ranking}
      </BoardScreen>
    </>
  )
})

/** Null where nobody is on the board yet. @param season waited for where the board is that of one */
async function rankingOf(
  { board, span, digit }: BoardChoice,
  season: Promise<string | null>,
  own?: PlayerId,
): Promise<ReactNode> {
  const t = await getTranslations('leaderboard')
  const prisma = pagePrisma()
  const boardSpan = boardSpanOf(span, span === 'season' ? await season : null, systemClock.now())
  const viewer = own === undefined ? {} : { own }
  const names = {
    t: await getTranslations('leaderboard.boards'),
    levels: await getTranslations('common.sums.levels'),
  }
  const isOfSums = tabOf(board) === 'sums'
  const name = `${isOfSums ? `${t('boards.sums')}: ` : ''}${boardName(board, names)}`
  const caption = t('caption', { board: name, span: t(`spans.${span}`) })

  if (board === 'digits') {
    const ranking = await digitBoard(prisma, { digit, span: boardSpan, ...viewer })
    return ranking.rows.length > 0 ? <DigitRanking {...{ ranking, digit, caption }} /> : null
  }
  if (board === 'rating') {
    const ranking = await ratingBoard(prisma, viewer)
    return ranking.rows.length > 0 ? <RatingRanking ranking={ranking} caption={t('ratingCaption')} /> : null
  }
  const ranking = await leaderboard(prisma, { board, span: boardSpan, ...viewer })
  const points = t(hasOneRound(board) ? 'pointsOfRound' : 'points')
  return ranking.rows.length > 0 ? <GameRanking {...{ ranking, caption, points }} /> : null
}
