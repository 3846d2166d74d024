'use client'

import { Play } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '../../kit/button'
import { Panel } from '../../kit/panel'
import { DailyStart } from '../parts/daily-start'
import { Emotes } from '../parts/emotes'
import { GameSettings } from '../parts/game-settings'
import { Invite } from '../parts/invite'
import { PhaseTitle } from '../parts/phase-title'
import { RoomHeader } from '../parts/room-header'
import { SeatList } from '../parts/seat-list'
import { StartsIn } from '../parts/starts-in'
import { useHost } from '../parts/use-host'
import { useRequest } from '../parts/use-request'
import { useRoom } from '../room-client/use-room'

/** Players gather; the host chooses and starts. */
export function LobbyScreen() {
  const t = useTranslations('room.lobby')
  const room = useTranslations('room')
  const request = useRequest()
  const { isHost, hostName } = useHost()
  const code = useRoom((state) => state.room?.code ?? '')
  const settings = useRoom((state) => state.room?.settings)
  const players = useRoom((state) => state.room?.seats.filter((seat) => !seat.isSpectator).length ?? 0)
  const isDaily = useRoom((state) => state.room?.isDaily ?? false)
  if (!settings) return null
  if (isDaily) return <DailyStart />

  return (
    <>
      <main id="main" className="page pb-32">
        <RoomHeader />
        <PhaseTitle className="sr-only">{room('title', { code })}</PhaseTitle>
        <div className="grid items-start gap-8 pt-2 lg:grid-cols-[1.1fr_1fr] lg:gap-12">
          <div className="grid gap-8">
            <Invite />
            <SeatList />
            {players > 1 && <Emotes />}
          </div>
          <Panel aria-labelledby="game">
            <div className="mb-4 flex flex-wrap items-baseline justify-between gap-x-4">
              <h2 id="game" className="text-2xl">
                {t('settings')}
              </h2>
              {!isHost && <p className="text-muted">{t('onlyHost', { name: hostName })}</p>}
            </div>
            <GameSettings settings={settings} isHost={isHost} />
          </Panel>
        </div>
      </main>
      <div className="fixed inset-x-0 bottom-0 z-30 border-line border-t bg-paper/90 px-4 pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] backdrop-blur-sm">
        <div className="mx-auto grid max-w-md">
          <StartsIn />
          {isHost ? (
            <Button kind="primary" size="large" onClick={() => void request('game:start', {})}>
              <Play aria-hidden="true" className="fill-current" />
              {t(players > 1 ? 'start' : 'startAlone')}
            </Button>
          ) : (
            <p
              role="status"
              className="grid min-h-14 place-items-center text-center font-display font-semibold text-lg"
            >
              {t('waitForHost', { name: hostName })}
            </p>
          )}
        </div>
      </div>
    </>
  )
}
