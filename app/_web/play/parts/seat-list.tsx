'use client'

import { Crown, Eye, WifiOff } from 'lucide-react'
import { AnimatePresence, m } from 'motion/react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Seat } from '#game/protocol/server-messages'
import { classes } from '../../kit/classes'
import { FittedText } from '../../kit/fit/fitted-text'
import { textWidth } from '../../kit/fit/text-width'
import { fitLines } from '../fit/fit-lines'
import { Pager } from '../fit/pager'
import { paginate } from '../fit/paginate'
import { mostPages, ShowAll } from '../fit/show-all'
import { useBox } from '../fit/use-box'
import { useRoom } from '../room-client/use-room'
import { SeatDialog } from './seat-dialog'
import { SeatName, wideName } from './seat-name'

const none: readonly Seat[] = []
/** In units. */
const chips = { width: 8, height: 3.5, head: 0, gap: 0.5 }
const wideChips = { ...chips, width: 11 }
/** Where there would be place for one alone. */
const lowHeight = 3
const card =
  'flex rounded-xl border border-line bg-card data-[own=true]:border-2 data-[own=true]:border-ink data-[away=true]:opacity-70'

/** Everybody at the table, in the place there is; one's own seat is on every page. */
export function SeatList() {
  const t = useTranslations('room.lobby')
  const you = useRoom((state) => state.you)
  const seats = useRoom(({ room }) => room?.seats ?? none)
  const [chosen, setChosen] = useState<string | null>(null)
  const [page, setPage] = useState(0)
  const [ref, box] = useBox<HTMLDivElement>()
  const players = seats.filter((seat) => !seat.isSpectator)
  const space = { width: box ? box.width / box.unit : 0, height: box ? box.height / box.unit + 0.5 : 0 }
  const hasWide = seats.some(({ name }) => textWidth(name) > wideName)
  const shape = hasWide ? wideChips : chips
  const isLow = space.height < 2 * shape.height
  const { columns, places } = fitLines(seats.length, space, isLow ? { ...shape, height: lowHeight } : shape)
  const { shown, pages, page: here } = paginate(seats, places, page, ({ id }) => id === you)
  const lookOf = ({ id, isConnected }: Seat) => ({ 'data-own': id === you, 'data-away': !isConnected })

  return (
    <section aria-labelledby="players" className="flex h-full min-h-0 flex-col gap-1">
      <div className="flex h-11 shrink-0 items-center justify-between gap-2">
        <h2 id="players" className="flex min-w-0 flex-1 text-xl">
          <FittedText text={t('players', { count: players.length })} />
        </h2>
        {pages > mostPages ? (
          <ShowAll title={t('players', { count: players.length })}>
            {(close) => (
              <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,9rem),1fr))] gap-2">
                {seats.map((seat) => (
                  <li key={seat.id} {...lookOf(seat)} className={`${card} h-12`}>
                    <Chip
                      seat={seat}
                      isYou={seat.id === you}
                      onChoose={() => {
                        close()
                        setChosen(seat.id)
                      }}
                    />
                  </li>
                ))}
              </ul>
            )}
          </ShowAll>
        ) : (
          pages > 1 && <Pager page={here} pages={pages} onTurn={setPage} />
        )}
      </div>
      <div ref={ref} className="min-h-0 flex-1">
        {box && (
          <ul
            className={classes('grid gap-x-2', isLow ? 'gap-y-1' : 'gap-y-2')}
            style={{ gridTemplateColumns: `repeat(${Math.max(columns, 1)}, minmax(0, 1fr))` }}
          >
            <AnimatePresence initial={false}>
              {shown.map((seat) => (
                <m.li
                  key={seat.id}
                  initial={{ opacity: 0, scale: 0.9 }}
                  animate={{ opacity: 1, scale: 1 }}
                  exit={{ opacity: 0, scale: 0.9 }}
                  {...lookOf(seat)}
                  className={classes(card, isLow ? 'h-11' : 'h-12')}
                >
                  <Chip seat={seat} isYou={seat.id === you} onChoose={() => setChosen(seat.id)} />
                </m.li>
              ))}
            </AnimatePresence>
          </ul>
        )}
      </div>
      {seats.length < 2 && (
        <p className="flex h-9 items-center text-lg text-muted">
          <FittedText text={t('waitingForMore')} />
        </p>
      )}
      <SeatDialog seat={seats.find(({ id }) => id === chosen) ?? null} onClose={() => setChosen(null)} />
    </section>
  )
}

/** Somebody else's opens what can be done about them. */
function Chip({ seat, isYou, onChoose }: { seat: Seat; isYou: boolean; onChoose: () => void }) {
  const t = useTranslations('room.lobby')
  const content = (
    <>
      <SeatName name={seat.name} colour={seat.colour} isYou={isYou} className="flex-1 text-lg" />
      {seat.isHost && <Crown role="img" aria-label={t('host')} className="size-4.5 text-accent" />}
      {seat.isSpectator && <Eye role="img" aria-label={t('watching')} className="size-4.5 text-muted" />}
      {!seat.isConnected && <WifiOff role="img" aria-label={t('away')} className="size-4.5 text-warn" />}
    </>
  )
  const place = 'flex min-w-0 flex-1 items-center gap-1.5 px-2.5 text-start [&_svg]:shrink-0'
  if (isYou) return <div className={place}>{content}</div>
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      onClick={onChoose}
      className={`${place} rounded-xl hover:bg-wash`}
    >
      {content}
    </button>
  )
}
