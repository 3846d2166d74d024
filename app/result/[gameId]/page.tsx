import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { findOwnReview } from '#server/store/find-own-review'
import { findDigitTargets, findGameTarget } from '#server/store/find-targets'
import { pagePrisma } from '#server/store/page-store'
import { Words } from '../../i18n/words'
import { sinceOf } from '../../leaderboard/span'
import { currentGuest } from '../../player/current-guest'
import { winnersTitle } from '../../room/parts/winners-title'
import { SiteHeader } from '../../ui/site-header'
import { boardOf } from '../board-of'
import { findGame } from '../find-game'
import { ResultSheet } from '../result-sheet'

type ResultPageProps = { params: Promise<{ gameId: string }> }

export async function generateMetadata({ params }: ResultPageProps): Promise<Metadata> {
  const [replay, words, finished] = await Promise.all([
    params.then(({ gameId }) => findGame(gameId)),
    getTranslations('result'),
    getTranslations('room.finished'),
  ])
  if (!replay) return { title: words('title') }
  const title = winnersTitle(
    finished,
    replay.standings.map(({ player, rank, score }) => ({ name: player.name, rank, score })),
  )
  return { title, description: words('shareText', { title }), openGraph: { title } }
}

export default async function ResultPage({ params }: ResultPageProps) {
  const replay = await findGame((await params).gameId)
  if (!replay || replay.standings.length === 0) notFound()
  const guest = await currentGuest()
  const wish = { since: sinceOf('today', new Date()) ?? new Date(0), own: guest?.id }
  const board = boardOf(replay.settings)
  const digits = [...new Set(replay.rounds.flatMap(({ drawings }) => drawings.map(({ prompt }) => prompt)))]
  const [target, digitTargets, review] = await Promise.all([
    board && findGameTarget(pagePrisma(), board, wish),
    findDigitTargets(pagePrisma(), digits, wish),
    guest && findOwnReview(pagePrisma(), replay.id, guest.id),
  ])
  return (
    <>
      <SiteHeader />
      <Words of={['room', 'result']}>
        <ResultSheet {...{ replay, target, digitTargets, review }} you={guest?.id} />
      </Words>
    </>
  )
}
