'use client'

import { useTranslations } from 'next-intl'
import { classes } from '../../kit/classes'
import { OwnPad } from '../parts/own-pad'
import { Prompt } from '../parts/prompt'
import { Rival } from '../parts/rival'
import { TimeBar } from '../parts/time-bar'
import { WatchedCanvases } from '../parts/watched-canvases'
import { useOtherCanvases, useOwnCanvas } from '../room-client/use-canvases'
import { useRoom } from '../room-client/use-room'

const safeArea =
  'ps-[max(1rem,env(safe-area-inset-left))] pe-[max(1rem,env(safe-area-inset-right))] pt-[max(0.75rem,env(safe-area-inset-top))] pb-[max(0.75rem,env(safe-area-inset-bottom))]'

/** Everybody draws, and sees everybody draw; then the pads are closed while the last guesses come in. */
export function DrawingScreen() {
  const t = useTranslations('room.drawing')
  const phase = useRoom((state) => state.phase)
  const isTimed = useRoom(({ room }) => room?.settings.timer !== 'none')
  const own = useOwnCanvas()
  const others = useOtherCanvases()
  if (phase?.name !== 'drawing' && phase?.name !== 'judging') return null

  const { startedAt, endsAt, round, rounds } = phase
  const isOpen = phase.name === 'drawing'
  const prompt = <Prompt {...{ endsAt, isOpen, isTimed, round, rounds }} />
  const time = isTimed && (
    <TimeBar endsAt={isOpen ? endsAt : 0} totalMs={endsAt - startedAt} className="shrink-0" />
  )
  if (own === null) {
    return (
      <main id="main" className={`flex min-h-dvh flex-col gap-4 lg:gap-8 lg:p-8 ${safeArea}`}>
        {time}
        <WatchedCanvases prompt={prompt} />
      </main>
    )
  }
  return (
    <main
      id="main"
      className={`flex h-dvh touch-manipulation select-none flex-col gap-3 overflow-hidden lg:gap-6 lg:p-8 ${safeArea}`}
    >
      {time}
      <div className="flex min-h-0 flex-1 flex-col gap-3 lg:grid lg:grid-cols-[minmax(13rem,20rem)_minmax(0,1fr)_minmax(13rem,20rem)] lg:gap-8">
        <div className="order-2 lg:order-none">{prompt}</div>
        <div className="order-3 flex min-h-0 flex-1 flex-col lg:order-none">
          <OwnPad key={round} canvas={own} startedAt={startedAt} isOpen={isOpen} />
        </div>
        {others.length > 0 && (
          <ul
            aria-label={t('others')}
            className={classes(
              'order-1 -mx-4 flex shrink-0 gap-2.5 overflow-x-auto px-4',
              'lg:order-none lg:m-0 lg:grid lg:auto-rows-min lg:gap-4 lg:overflow-y-auto lg:p-1',
              others.length > 1 && 'lg:grid-cols-2',
            )}
          >
            {others.map((canvas) => (
              <Rival key={canvas} canvas={canvas} className="w-18 shrink-0 lg:w-auto" />
            ))}
          </ul>
        )}
      </div>
    </main>
  )
}
