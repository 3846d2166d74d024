'use client'

import {
  ChartLine,
  CircleUserRound,
  History,
  MessageCircleQuestionMark,
  RotateCcw,
  Settings2,
  Trophy,
} from 'lucide-react'
import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import type { GameRewards } from '#game/protocol/http-answers'
import { Button } from '../../kit/button'
import { classes } from '../../kit/classes'
import { FittedText, fittedRow } from '../../kit/fit/fitted-text'
import { ShareButton } from '../../kit/share-button'
import { SignContent } from '../../kit/sign-content'
import { UnderReview } from '../../kit/under-review'
import { useBox } from '../fit/use-box'
import { Confetti } from '../parts/confetti'
import { Emotes, hasPlaceForEmotes, useHasListeners } from '../parts/emotes'
import { OwnSummary } from '../parts/own-summary'
import { PhaseTitle } from '../parts/phase-title'
import { Podium } from '../parts/podium'
import { RaceGhosts } from '../parts/race-ghosts'
import { RematchButton, RematchCount, useRematch } from '../parts/rematch-button'
import { Rewards } from '../parts/rewards'
import { HomeMark, RoomHeader } from '../parts/room-header'
import { hasPoints, isIn, sidesOf, winnersOf } from '../parts/sides'
import { SignLink } from '../parts/sign-link'
import { StandingsTable } from '../parts/standings-table'
import { StartsIn } from '../parts/starts-in'
import { useOutcome } from '../parts/use-outcome'
import { useRequest } from '../parts/use-request'
import { ownTitle, winnersTitle } from '../parts/winners-title'
import { useHost, useRoom } from '../room-client/use-room'

/** Not asked today is no harm either. */
const PodiumQuestion = dynamic(
  () =>
    import('../parts/podium-question').then(
      ({ PodiumQuestion }) => PodiumQuestion,
      () => () => null,
    ),
  { ssr: false },
)

/** Below this many units there is no place for blocks between the title and the table. */
const leastForPodium = 30
/** And below this none for how one did oneself, which is so high. */
const leastForOwn = 26
const ownHeight = 4
/** Lying down and lower than this: the title is in the header, and the ways on are one row. */
const leastForTitle = 24
/** Narrower than this: signs without words below them. */
const leastForWords = 20

/** The podium, and the ways on from it. What may be kept is asked below it: it takes more place, and nobody has to answer. */
export function FinishedScreen() {
  const t = useTranslations('room.finished')
  const phase = useRoom((state) => state.phase)
  const you = useRoom((state) => state.you)
  const heldGameId = useRoom((state) => state.heldGameId)
  const hasListeners = useHasListeners()
  const { ratings, review, own, rewards } = useOutcome(phase?.name === 'finished' ? phase.gameId : null)
  const [ref, box] = useBox<HTMLDivElement>()
  const [asked, setAsked] = useState<string | null>(null)
  const question = useRef<HTMLDivElement>(null)
  if (phase?.name !== 'finished') return null
  const { standings, gameId, rounds, mode } = phase
  const title = winnersTitle(t, standings)
  const sides = sidesOf(standings)
  const ownSide = sides.find((side) => isIn(side, you))
  const ownHeading = ownTitle(t, standings, you)
  const isAlone = sides.length === 1
  const isWinner = winnersOf(sides).some((side) => side === ownSide)
  const isWide = box?.isLandscape ?? false
  const isLow = box !== null && isWide && box.height / box.unit < leastForTitle
  const heading = (
    <PhaseTitle className="flex h-14 min-w-0 flex-1 animate-rise items-center justify-center text-4xl">
      <FittedText text={ownHeading} />
    </PhaseTitle>
  )
  const hasOwn = ownSide !== undefined && box !== null && !isLow && box.height / box.unit >= leastForOwn
  const hasPodium =
    !isAlone &&
    hasPoints(standings) &&
    box !== null &&
    (isWide || box.height / box.unit >= leastForPodium + (hasOwn ? ownHeight : 0))
  const toQuestion = asked !== null && (
    <Button
      kind="sign"
      size="sign"
      aria-label={`${t('question')}: ${asked}`}
      data-tip={asked}
      onClick={() => question.current?.scrollIntoView({ behavior: 'smooth' })}
    >
      <SignContent sign={<MessageCircleQuestionMark />} text={t('question')} isBrief={isLow} />
    </Button>
  )

  return (
    <main id="main">
      <div className="screen safe between">
        <RoomHeader hasEmotes={!hasPlaceForEmotes(box)}>{isLow ? heading : <HomeMark />}</RoomHeader>
        <div ref={ref} className="between-body">
          {box && (
            <div className="ending" data-wide={isWide} data-low={isLow} data-podium={hasPodium}>
              {isWinner && <Confetti />}
              {!isLow && (
                <div className="ending-title flex items-center gap-1">
                  <span className="w-14 shrink-0" />
                  {heading}
                  <span className="flex w-14 shrink-0 justify-end">{toQuestion}</span>
                </div>
              )}
              {hasOwn && (
                <div className="ending-own">
                  <OwnSummary
                    {...{ own, rounds }}
                    colour={standings.find(({ playerId }) => playerId === you)?.colour ?? 0}
                    title={isWinner || ownHeading === title ? null : title}
                  />
                </div>
              )}
              {hasPodium && (
                <div className="ending-podium border-ink border-b-4">
                  <Podium standings={standings} />
                </div>
              )}
              <div className="ending-table flex min-w-0 flex-col">
                <Rewards rewards={rewards} />
                <div className="min-h-0 flex-1">
                  <StandingsTable {...{ standings, you, ratings }} hasLocks={mode !== 'fool'} />
                </div>
              </div>
              <div className={classes('ending-ways gap-2', isLow ? 'flex items-center' : 'grid grid-cols-1')}>
                <UnderReview review={review ?? (heldGameId === gameId ? 'waiting' : null)} />
                {isLow && <span className="flex w-11 shrink-0">{toQuestion}</span>}
                <WaysOn
                  {...{ gameId, title }}
                  ghosts={rewards?.ghosts ?? noGhosts}
                  row={rewards?.row ?? null}
                  isBrief={isLow || box.width / box.unit < leastForWords}
                />
              </div>
            </div>
          )}
        </div>
        {hasListeners && hasPlaceForEmotes(box) && <Emotes />}
      </div>
      <div ref={question} className="page empty:hidden">
        <PodiumQuestion gameId={gameId} hasResult={own !== null} onAsked={setAsked} />
      </div>
    </main>
  )
}

type WaysOnProps = {
  gameId: string
  title: string
  ghosts: GameRewards['ghosts']
  /** [A4] Of a try of the day. */
  row: string | null
  /** All in one row, in which there is no place for words below signs. */
  isBrief: boolean
}

const noGhosts: GameRewards['ghosts'] = []

function WaysOn({ gameId, title, ghosts, row, isBrief }: WaysOnProps) {
  const t = useTranslations('room.finished')
  const request = useRequest()
  const { isHost, hostName } = useHost()
  const isDaily = useRoom((state) => state.room?.isDaily ?? false)
  const isSpectator = useRoom(
    ({ room, you }) => room?.seats.find(({ id }) => id === you)?.isSpectator ?? true,
  )
  const { asked, players } = useRematch()
  const [again, lobby] = [t(isDaily ? 'againUnranked' : 'again'), t('lobby')]
  const hostWays = isDaily ? [again] : [again, lobby]
  return (
    <>
      <StartsIn />
      {isHost && asked > 0 && !isBrief && <RematchCount {...{ asked, players }} />}
      {isHost ? (
        <div className="flex min-w-0 flex-1 gap-2" style={fittedRow(hostWays)}>
          <Button
            kind="primary"
            className="fitted-cell h-13 min-w-0 flex-1 px-3!"
            onClick={() => void request('game:start', {})}
          >
            <RotateCcw aria-hidden="true" />
            <FittedText text={again} />
          </Button>
          {!isDaily && (
            <Button
              className="fitted-cell h-13 min-w-0 flex-1 px-3!"
              onClick={() => void request('lobby:open', {})}
            >
              <Settings2 aria-hidden="true" />
              <FittedText text={lobby} />
            </Button>
          )}
        </div>
      ) : !isSpectator ? (
        <RematchButton />
      ) : (
        <p
          role="status"
          className="flex h-13 min-w-0 flex-1 items-center justify-center font-display font-semibold text-lg"
        >
          <FittedText text={t('waitForHost', { name: hostName })} />
        </p>
      )}
      {!isBrief && <RaceGhosts {...{ ghosts, isBrief }} />}
      <div className={classes('flex flex-1 justify-between gap-0.5', isBrief ? 'min-w-min' : 'min-w-0')}>
        {isBrief && <RaceGhosts {...{ ghosts, isBrief }} />}
        <ShareButton
          href={`/result/${gameId}`}
          text={row === null ? t('shareText', { title }) : `${t('shareText', { title })}\n${row}`}
          kind="sign"
          size="sign"
          isBrief={isBrief}
        />
        <SignLink href={`/result/${gameId}`} sign={<ChartLine />} text={t('result')} isBrief={isBrief} />
        <SignLink href={`/replay/${gameId}`} sign={<History />} text={t('replay')} isBrief={isBrief} />
        <SignLink
          href={isDaily ? '/daily' : '/leaderboard'}
          sign={<Trophy />}
          text={t(isDaily ? 'dailyBoard' : 'leaderboard')}
          isBrief={isBrief}
        />
        <SignLink href="/profile" sign={<CircleUserRound />} text={t('profile')} isBrief={isBrief} />
      </div>
    </>
  )
}
