import { EyeOff } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { classes } from '../../kit/classes'

/** [R28] Covers another player's drawing of a sum, which would reveal the answer. */
export function Cover({ label, className }: { label: string; className: string }) {
  const t = useTranslations('room.drawing')
  return (
    <div
      role="img"
      aria-label={`${label}: ${t('covered')}`}
      className={classes('grid place-items-center bg-wash text-muted', className)}
    >
      <EyeOff aria-hidden="true" className="size-1/4 max-h-10 min-h-4 opacity-60" />
    </div>
  )
}
