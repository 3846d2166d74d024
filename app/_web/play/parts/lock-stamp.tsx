'use client'

import { AnimatePresence, m } from 'motion/react'
import { useFormatter, useTranslations } from 'next-intl'
import { useRoom } from '../room-client/use-room'

const sizes = {
  small: 'end-1 bottom-1 rounded-md border-2 px-1.5 text-sm',
  medium: 'end-3 bottom-3 rounded-xl border-4 px-3 py-1 text-2xl',
  large: 'end-4 bottom-4 rounded-2xl border-5 px-4 py-2 text-2xl sm:text-3xl',
}

/** The stamp that comes down on a drawing when it locks. */
export function LockStamp({ canvas, size = 'large' }: { canvas: number; size?: keyof typeof sizes }) {
  const t = useTranslations('room.drawing')
  const format = useFormatter()
  const lock = useRoom(({ canvases }) => canvases[canvas]?.lock ?? null)
  const points = useRoom(({ canvases }) => canvases[canvas]?.points ?? 0)
  const seconds =
    lock && format.number(lock.atMs / 1000, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  return (
    <AnimatePresence>
      {seconds && (
        <m.div
          aria-hidden="true"
          initial={{ opacity: 0, scale: 2.2, rotate: 4 }}
          animate={{ opacity: 1, scale: 1, rotate: -7 }}
          exit={{ opacity: 0 }}
          transition={{ type: 'spring', stiffness: 520, damping: 24 }}
          className={`pointer-events-none absolute bg-card/85 text-center font-display font-extrabold text-good leading-tight border-good ${sizes[size]}`}
        >
          {size !== 'large' ? (
            t('lockTime', { seconds })
          ) : (
            <>
              <span className="block uppercase tracking-wide">{t('locked')}</span>
              <span className="figures block text-lg sm:text-xl">
                {t('lockTime', { seconds })} · {t('pointsWord', { points })}
              </span>
            </>
          )}
        </m.div>
      )}
    </AnimatePresence>
  )
}
