import { useTranslations } from 'next-intl'
import { InkShape } from '../../ink/ink-shape'
import { classes } from '../../kit/classes'

type SeatNameProps = { name: string; colour: number; isYou?: boolean; className?: string }

/** A player's shape, in their ink, and name. */
export function SeatName({ name, colour, isYou, className }: SeatNameProps) {
  const t = useTranslations('room')
  return (
    <span className={classes('inline-flex min-w-0 items-center gap-1.5', className)}>
      <InkShape colour={colour} className="size-[1.05em]" />
      <bdi className="truncate font-semibold">{name}</bdi>
      {isYou && <span className="shrink-0 text-muted text-sm">{t('you')}</span>}
    </span>
  )
}
