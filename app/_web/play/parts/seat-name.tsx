import { useTranslations } from 'next-intl'
import { InkShape } from '../../ink/ink-shape'
import { classes } from '../../kit/classes'
import { FittedText } from '../../kit/fit/fitted-text'
import { leastWidth, textWidth } from '../../kit/fit/text-width'

type SeatNameProps = { name: string; colour: number; isYou?: boolean; className?: string }

/** Wider than this many ems, a name needs the place of what is beside it. */
export const wideName = 10

/** In units, as small as can be read, and what stands beside them. */
const least = { letters: 0.55, shape: 1.6 }

/** How wide a seat's name and shape need to be at least, in units. */
export function leastSeatWidth(name: string): number {
  return leastWidth(name, least.letters) + least.shape
}

/** A player's shape, in their ink, and name. */
export function SeatName({ name, colour, isYou, className }: SeatNameProps) {
  const t = useTranslations('room')
  return (
    <span className={classes('flex min-w-0 items-center gap-1.5', className)}>
      <InkShape colour={colour} className="size-[1.05em]" />
      <FittedText text={name} mayBreak className="font-semibold" />
      {isYou && (
        <span
          className={classes(
            'shrink-0 text-muted',
            textWidth(name) > wideName ? 'text-[0.65em]' : 'text-[0.8em]',
          )}
        >
          {t('you')}
        </span>
      )}
    </span>
  )
}

/** Where a name was: whoever it was of has left, and their canvas has not. */
export function HasLeft() {
  const t = useTranslations('room.drawing')
  return (
    <span className="flex h-7 min-w-0 flex-1 items-center text-muted">
      <FittedText text={t('hasLeft')} />
    </span>
  )
}
