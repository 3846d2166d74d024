'use client'

import { useTranslations } from 'next-intl'
import { FittedText } from '../../kit/fit/fitted-text'
import { useBox } from '../fit/use-box'
import { Emotes, hasPlaceForEmotes, useHasListeners } from '../parts/emotes'
import { EndRound } from '../parts/end-round'
import { PaperTiles } from '../parts/paper-tiles'
import { PhaseTitle } from '../parts/phase-title'
import { RoomHeader } from '../parts/room-header'
import { TimeBar } from '../parts/time-bar'
import { VoteDesk } from '../parts/vote-desk'
import { useRoom } from '../room-client/use-room'

/** [R30] Everybody says which digit the others have drawn; who has nothing to say sees what is voted on. */
export function VotingScreen() {
  const t = useTranslations('room.voting')
  const phase = useRoom((state) => state.phase)
  const isTimed = useRoom(({ room }) => room?.settings.timer !== 'none')
  const [ref, box] = useBox<HTMLDivElement>()
  const hasListeners = useHasListeners()
  if (phase?.name !== 'voting') return null
  const { round, endsAt, totalMs, papers, ballot, voted, voters } = phase
  return (
    <main id="main" className="screen safe between">
      <RoomHeader hasEmotes={!hasPlaceForEmotes(box)}>
        <PhaseTitle className="flex min-w-0 items-center text-2xl">
          <FittedText text={ballot ? t('title') : t('watching')} />
        </PhaseTitle>
      </RoomHeader>
      <div className="between-time flex min-h-11 items-center justify-between gap-3 text-muted text-sm leading-tight">
        {isTimed ? (
          <TimeBar endsAt={endsAt} totalMs={totalMs} className="flex-1" />
        ) : (
          <div className="flex min-w-0 flex-1 landscape:max-w-60">
            <EndRound />
          </div>
        )}
        <p role="status" className="shrink-0">
          {t('voted', { voted, voters })}
        </p>
      </div>
      <div ref={ref} className="between-body">
        {ballot ? <VoteDesk key={round} {...{ round, papers }} entries={ballot} /> : <PaperTiles />}
      </div>
      {hasListeners && hasPlaceForEmotes(box) && <Emotes />}
    </main>
  )
}
