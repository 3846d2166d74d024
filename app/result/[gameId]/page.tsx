import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { daySpan } from '#game/records/spans'
import { systemClock } from '#server/host/clock'
import { findGhostSource } from '#server/store/games/find-ghost-source'
import { findOwnResult } from '#server/store/games/find-own-result'
import { findRewards } from '#server/store/games/find-rewards'
import { findDigitTargets, findGameTarget } from '#server/store/games/find-targets'
import { pagePrisma } from '#server/store/page-store'
import { findOwnReview } from '#server/store/samples/find-own-review'
import { namedStandings } from '../../_web/games/named-standings'
import { findGame } from '../../_web/games/replay/show-game'
import { ResultScreen } from '../../_web/games/result/result-screen'
import { metadataOrBusy, orBusy } from '../../_web/home/notices/or-busy'
import { SiteHeader } from '../../_web/home/site-header'
import { MessagesProvider } from '../../_web/kit/i18n/messages-provider'
import { currentGuest } from '../../_web/kit/player/current-guest'
import { winnersTitle } from '../../_web/play/parts/winners-title'

type ResultPageProps = { params: Promise<{ gameId: string }> }

export const generateMetadata = metadataOrBusy(async ({ params }: ResultPageProps): Promise<Metadata> => {
  const [replay, t, finished] = await Promise.all([
    params.then(({ gameId }) => findGame(gameId)),
    getTranslations('result'),
    getTranslations('room.finished'),
  ])
  if (!replay) return { title: t('title') }
  const title = winnersTitle(finished, namedStandings(replay))
  return { title, description: t('shareText', { title }), openGraph: { title } }
})

export default orBusy(async function ResultPage({ params }: ResultPageProps) {
  const replay = await findGame((await params).gameId)
  if (!replay || replay.standings.length === 0) notFound()
  const guest = await currentGuest()
  const options = { today: daySpan(systemClock.now()), own: guest?.id }
  const { board } = replay
  const digits = [...new Set(replay.rounds.flatMap(({ drawings }) => drawings.map(({ prompt }) => prompt)))]
  const [target, digitTargets, review, own, rewards, ghosts] = await Promise.all([
    board && board !== 'daily' ? findGameTarget(pagePrisma(), board, options) : null,
    findDigitTargets(pagePrisma(), digits, options),
    guest && findOwnReview(pagePrisma(), replay.id, guest.id),
    guest && findOwnResult(pagePrisma(), replay.id, guest.id),
    guest && findRewards(pagePrisma(), replay.id, guest.id, systemClock.now()),
    findGhostSource(pagePrisma(), replay.id, guest?.id ?? null),
  ])
  return (
    <>
      <SiteHeader />
      <MessagesProvider of={['room', 'result', 'rewards']} parts={{ room: ['finished', 'team'] }}>
        <ResultScreen {...{ replay, target, digitTargets, review, own, rewards, ghosts }} you={guest?.id} />
      </MessagesProvider>
    </>
  )
})
