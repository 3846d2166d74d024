'use client'

import { ChartLine, CircleUserRound, History, RotateCcw, Settings2, Trophy } from 'lucide-react'
import dynamic from 'next/dynamic'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Button } from '../../kit/button'
import { Panel } from '../../kit/panel'
import { ShareButton } from '../../kit/share-button'
import { UnderReview } from '../../kit/under-review'
import { Emotes } from '../parts/emotes'
import { PhaseTitle } from '../parts/phase-title'
import { Podium } from '../parts/podium'
import { RatingChanges } from '../parts/rating-changes'
import { RoomHeader } from '../parts/room-header'
import { StandingsTable } from '../parts/standings-table'
import { StartsIn } from '../parts/starts-in'
import { useHost } from '../parts/use-host'
import { useOutcome } from '../parts/use-outcome'
import { useRequest } from '../parts/use-request'
import { winnersTitle } from '../parts/winners-title'
import { useRoom } from '../room-client/use-room'

/** Optional, where the code cannot be fetched any more: the table below has the same figures. */
const ScoreChart = dynamic(() => import('../parts/score-chart').catch(() => ({ default: () => null })), {
  ssr: false,
  loading: () => <div className="h-60" />,
})

/** Optional, too: it is asked after another game. */
const ConsentQuestion = dynamic(
  () =>
    import('../parts/consent-question').then(
      ({ ConsentQuestion }) => ConsentQuestion,
      () => () => null,
    ),
  { ssr: false },
)

/** The podium, and the ways on from it. */
export function FinishedScreen() {
  const t = useTranslations('room.finished')
  const request = useRequest()
  const { isHost, hostName } = useHost()
  const phase = useRoom((state) => state.phase)
  const you = useRoom((state) => state.you)
  const isDaily = useRoom((state) => state.room?.isDaily ?? false)
  const heldGameId = useRoom((state) => state.heldGameId)
  const { ratings, review } = useOutcome(phase?.name === 'finished' ? phase.gameId : null)
  if (phase?.name !== 'finished') return null
  const { standings, gameId, rounds } = phase
  const title = winnersTitle(t, standings)
  const isAlone = standings.length === 1

  return (
    <main id="main" className="page pb-16">
      <RoomHeader />
      <PhaseTitle className="animate-rise pt-4 pb-6 text-center text-5xl sm:text-6xl">{title}</PhaseTitle>
      {!isAlone && <Podium standings={standings} />}
      <div className="mx-auto grid max-w-xl gap-3 border-ink border-t-4 pt-5">
        <UnderReview review={review ?? (heldGameId === gameId ? 'waiting' : null)} />
        {!isAlone && <Emotes />}
        <StartsIn />
        {isHost ? (
          <>
            <Button kind="primary" size="large" onClick={() => void request('game:start', {})}>
              <RotateCcw aria-hidden="true" />
              {t(isDaily ? 'againUnranked' : 'again')}
            </Button>
            {!isDaily && (
              <Button onClick={() => void request('lobby:open', {})}>
                <Settings2 aria-hidden="true" />
                {t('lobby')}
              </Button>
            )}
          </>
        ) : (
          <p role="status" className="text-center font-display font-semibold text-lg">
            {t('waitForHost', { name: hostName })}
          </p>
        )}
        <ShareButton href={`/result/${gameId}`} text={t('shareText', { title })} kind="outline" />
        <div className="flex flex-wrap justify-center gap-x-6">
          <Button asChild kind="quiet">
            <Link href={`/result/${gameId}`}>
              <ChartLine aria-hidden="true" />
              {t('result')}
            </Link>
          </Button>
          <Button asChild kind="quiet">
            <Link href={`/replay/${gameId}`}>
              <History aria-hidden="true" />
              {t('replay')}
            </Link>
          </Button>
          <Button asChild kind="quiet">
            <Link href={isDaily ? '/daily' : '/leaderboard'}>
              <Trophy aria-hidden="true" />
              {t(isDaily ? 'dailyBoard' : 'leaderboard')}
            </Link>
          </Button>
          <Button asChild kind="quiet">
            <Link href="/profile" prefetch={false}>
              <CircleUserRound aria-hidden="true" />
              {t('profile')}
            </Link>
          </Button>
        </div>
      </div>
      <ConsentQuestion gameId={gameId} />
      <div className="mt-8 grid items-start gap-6 lg:grid-cols-2">
        <Panel>
          <StandingsTable standings={standings} you={you} />
        </Panel>
        {!isAlone && <RatingChanges ratings={ratings} standings={standings} you={you} />}
        {rounds > 1 && (
          <Panel aria-labelledby="chart">
            <h2 id="chart" className="mb-3 text-2xl">
              {t('chart')}
            </h2>
            <ScoreChart standings={standings} />
          </Panel>
        )}
      </div>
    </main>
  )
}
