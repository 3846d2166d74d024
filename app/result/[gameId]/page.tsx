import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { findDigitTargets, findGameTarget } from '#server/store/games/find-targets'
import { pagePrisma } from '#server/store/page-store'
import { findOwnReview } from '#server/store/samples/find-own-review'
import { sinceOf } from '../../_web/games/boards/span'
import { boardOf } from '../../_web/games/result/board-of'
import { findGame } from '../../_web/games/result/find-game'
import { ResultSheet } from '../../_web/games/result/result-sheet'
import { SiteHeader } from '../../_web/home/site-header'
import { Words } from '../../_web/kit/i18n/words'
import { currentGuest } from '../../_web/kit/player/current-guest'
import { winnersTitle } from '../../_web/play/parts/winners-title'

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
