'use client'

import { Play, Settings2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { RoomSettings } from '#game/protocol/scalars'
import { Button } from '../../kit/button'
import { Dialog } from '../../kit/dialog'
import { FittedText } from '../../kit/fit/fitted-text'
import { Panel } from '../../kit/panel'
import { type Box, useBox } from '../fit/use-box'
import { DailyStart } from '../parts/daily-start'
import { Emotes, hasPlaceForEmotes } from '../parts/emotes'
import { GameSettings } from '../parts/game-settings'
import { Invite } from '../parts/invite'
import { NobodyHere } from '../parts/nobody-here'
import { PhaseTitle } from '../parts/phase-title'
import { HomeMark, RoomHeader } from '../parts/room-header'
import { SeatList } from '../parts/seat-list'
import { StartsIn } from '../parts/starts-in'
import { useGameName } from '../parts/use-game-name'
import { useRequest } from '../parts/use-request'
import { useHost, useRoom } from '../room-client/use-room'

/** In units: a screen of this size shows the settings beside all else; on a smaller one they are behind a button. */
const leastForSettings = { width: 68, height: 41 }
/** Of this height: the QR code has a place of its own. */
const leastForQr = 34
/** And this: there is place for the ways in for those who only watch. */
const leastForAllWays = { width: 38, height: 27 }
/** So wide has to be what holds the invitation for words beside signs. */
const leastForWords = { few: 21.5, all: 40 }

function formOf({ width, height, unit, isLandscape }: Box): 'desk' | 'low' | 'upright' {
  if (isLandscape)
    return width / unit >= leastForSettings.width && height / unit >= leastForSettings.height ? 'desk' : 'low'
  return 'upright'
}

/** Players gather; the host chooses and starts. */
export function LobbyScreen() {
  const room = useTranslations('room')
  const code = useRoom((state) => state.room?.code ?? '')
  const settings = useRoom((state) => state.room?.settings)
  const players = useRoom((state) => state.room?.seats.filter((seat) => !seat.isSpectator).length ?? 0)
  const isDaily = useRoom((state) => state.room?.isDaily ?? false)
  const [ref, box] = useBox<HTMLDivElement>()
  if (!settings) return null
  if (isDaily) return <DailyStart />
  const form = box && formOf(box)
  const width = box ? box.width / box.unit : 0
  const hasAllWays =
    box !== null && width >= leastForAllWays.width && box.screenHeight / box.unit >= leastForAllWays.height
  const hasQr =
    box !== null && form !== 'low' && width >= leastForAllWays.width && box.height / box.unit >= leastForQr
  const hasEmotes = hasPlaceForEmotes(box)

  return (
    <main id="main" className="screen safe between">
      <RoomHeader hasEmotes={!hasEmotes}>
        <HomeMark />
        <PhaseTitle className="sr-only">{room('title', { code })}</PhaseTitle>
      </RoomHeader>
      <div ref={ref} className="between-body">
        {box && form && (
          <div className="lobby" data-form={form}>
            <div className="lobby-invite">
              <Invite
                isLow={form === 'low'}
                isNarrow={
                  !hasQr && (form === 'low' ? width / 2 : width) < leastForWords[hasAllWays ? 'all' : 'few']
                }
                {...{ hasQr, hasAllWays }}
              />
            </div>
            <div className="lobby-players">
              <SeatList />
              {form === 'desk' && <NobodyHere />}
            </div>
            <div className="lobby-game">
              {form === 'desk' ? (
                <SettingsPanel settings={settings} />
              ) : (
                <SettingsButton settings={settings} />
              )}
            </div>
            <div className="lobby-start">
              {form !== 'desk' && <NobodyHere />}
              <StartBar players={players} />
            </div>
          </div>
        )}
      </div>
      {hasEmotes && <Emotes isHidden={players < 2} />}
    </main>
  )
}

function SettingsPanel({ settings }: { settings: RoomSettings }) {
  const t = useTranslations('room.lobby')
  const { isHost, hostName } = useHost()
  return (
    <Panel aria-labelledby="game" className="h-full p-4!">
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id="game" className="text-2xl">
          {t('settings')}
        </h2>
        {!isHost && <p className="min-w-0 text-base text-muted">{t('onlyHost', { name: hostName })}</p>}
      </div>
      <GameSettings settings={settings} isHost={isHost} isWide />
    </Panel>
  )
}

function SettingsButton({ settings }: { settings: RoomSettings }) {
  const t = useTranslations('room.lobby')
  const nameOf = useGameName()
  const { isHost, hostName } = useHost()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button size="small" className="h-11 w-full min-w-0 px-3!" onClick={() => setOpen(true)}>
        <Settings2 aria-hidden="true" />
        <FittedText text={`${t('settings')}: ${nameOf(settings)}`} />
      </Button>
      <Dialog
        title={t('settings')}
        {...(!isHost && { description: t('onlyHost', { name: hostName }) })}
        isOpen={isOpen}
        onOpenChange={setOpen}
      >
        <GameSettings settings={settings} isHost={isHost} />
      </Dialog>
    </>
  )
}

function StartBar({ players }: { players: number }) {
  const t = useTranslations('room.lobby')
  const request = useRequest()
  const { isHost, hostName } = useHost()
  return (
    <>
      <StartsIn />
      {isHost ? (
        <Button
          kind="primary"
          size="large"
          className="h-13 min-h-0! w-full"
          onClick={() => void request('game:start', {})}
        >
          <Play aria-hidden="true" className="fill-current" />
          {t(players > 1 ? 'start' : 'startAlone')}
        </Button>
      ) : (
        <p role="status" className="flex h-13 items-center justify-center font-display font-semibold text-lg">
          <FittedText text={t('waitForHost', { name: hostName })} />
        </p>
      )}
    </>
  )
}
