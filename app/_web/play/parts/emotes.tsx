'use client'

import { Brain, Frown, Heart, Laugh, type LucideIcon, PartyPopper, Smile, ThumbsUp } from 'lucide-react'
import { AnimatePresence, m } from 'motion/react'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import type { Emote } from '#game/protocol/scalars'
import { classes } from '../../kit/classes'
import { Dialog } from '../../kit/dialog'
import { IconButton } from '../../kit/icon-button'
import type { Box } from '../fit/use-box'
import type { SentEmote } from '../room-client/room-state'
import { useRoom } from '../room-client/use-room'
import { SeatName } from './seat-name'
import { useRequest } from './use-request'

const signs: Record<Emote, LucideIcon> = {
  wow: PartyPopper,
  laugh: Laugh,
  clap: ThumbsUp,
  oops: Frown,
  think: Brain,
  heart: Heart,
}
const emotes = Object.keys(signs) as Emote[]

function Sign({ emote }: { emote: Emote }) {
  const Icon = signs[emote]
  return <Icon aria-hidden="true" className="size-6" />
}

/** In units: upright they are below all else, lying down in the header, where the title needs its place. */
const leastForEmotes = { height: 33, width: 38.5 }

/** On the smallest screens what is to be read needs their place. Asks for what is the same without them. */
export function hasPlaceForEmotes(box: Box | null): boolean {
  if (!box) return true
  const { isLandscape, width, screenHeight, unit } = box
  return isLandscape ? width / unit >= leastForEmotes.width : screenHeight / unit >= leastForEmotes.height
}

/** [R31] Whoever has a seat may say something, also to watch; a TV has none, and alone there is nobody to talk to. */
export function useHasListeners(): boolean {
  return useRoom(
    ({ room, you }) => room !== null && room.seats.length > 1 && room.seats.some(({ id }) => id === you),
  )
}

const shownMs = 2_600
const mostShown = 5

/**
 * All that players can say to each other: six buttons, and what was said rising beside them.
 * @param props.isHidden while nobody is there to read it: it keeps its place, so that nothing moves when somebody comes
 */
export function Emotes({ isHidden = false }: { isHidden?: boolean }) {
  return (
    <div className={classes('between-emotes relative max-w-full', isHidden && 'invisible')}>
      <Said className="absolute bottom-full mb-2 landscape:top-full landscape:bottom-auto landscape:mt-2" />
      <EmoteBar className="flex rounded-2xl border border-line bg-card p-1 shadow-sheet" />
    </div>
  )
}

/** The buttons alone. While people draw, they stand where the tools of a pen are that has nothing more to do. */
export function EmoteBar({ className, onSaid }: { className: string; onSaid?: () => void }) {
  const t = useTranslations('room.emotes')
  const request = useRequest()
  return (
    <div role="toolbar" aria-label={t('label')} className={className}>
      {emotes.map((emote) => (
        <button
          key={emote}
          type="button"
          aria-label={t(emote)}
          onClick={() => {
            void request('emote:send', { emote })
            onSaid?.()
          }}
          className="grid h-11 w-11 min-w-[min(44px,calc(2.75*var(--u)))] place-items-center rounded-xl transition duration-150 hover:bg-wash active:scale-125"
        >
          <Sign emote={emote} />
        </button>
      ))}
    </div>
  )
}

/**
 * [R31] Where there is no place for the buttons: one that opens them, and what was said below the header.
 * @param props.isSaidElsewhere whether what was said is shown anyway
 */
export function EmoteDialog({ isSaidElsewhere = false }: { isSaidElsewhere?: boolean }) {
  const t = useTranslations('room.emotes')
  const hasListeners = useHasListeners()
  const [isOpen, setOpen] = useState(false)
  if (!hasListeners) return null
  return (
    <>
      <IconButton label={t('label')} onClick={() => setOpen(true)}>
        <Smile />
      </IconButton>
      <Dialog title={t('label')} isOpen={isOpen} onOpenChange={setOpen}>
        <EmoteBar className="flex flex-wrap" onSaid={() => setOpen(false)} />
      </Dialog>
      {!isSaidElsewhere && <Said className="fixed top-14" />}
    </>
  )
}

/** What has just been said. */
export function Said({ className }: { className: string }) {
  const t = useTranslations('room.emotes')
  const seats = useRoom(({ room }) => room?.seats)
  const latest = useRoom((state) => state.emote)
  const [old] = useState(latest)
  const [said, setSaid] = useState<readonly SentEmote[]>([])
  useEffect(() => {
    if (!latest || latest === old) return
    setSaid((before) => [...before.filter((each) => each !== latest), latest].slice(-mostShown))
    // Not cleared when the next one comes: each disappears after its own time.
    setTimeout(() => setSaid((before) => before.filter((each) => each !== latest)), shownMs)
  }, [latest, old])
  return (
    <ul
      aria-live="polite"
      className={`pointer-events-none inset-x-0 z-20 grid justify-items-center gap-1 ${className}`}
    >
      <AnimatePresence>
        {said.map((each) => {
          const seat = seats?.find(({ id }) => id === each.playerId)
          return (
            seat && (
              <m.li
                key={each.number}
                initial={{ opacity: 0, y: 16, scale: 0.7 }}
                animate={{ opacity: 1, y: 0, scale: 1 }}
                exit={{ opacity: 0, y: -16 }}
                className="flex max-w-full items-center gap-2 rounded-full border border-line bg-card py-1 ps-3 pe-4 shadow-sheet"
              >
                <Sign emote={each.emote} />
                <SeatName name={seat.name} colour={seat.colour} />
                <span className="sr-only">{t(each.emote)}</span>
              </m.li>
            )
          )
        })}
      </AnimatePresence>
    </ul>
  )
}
