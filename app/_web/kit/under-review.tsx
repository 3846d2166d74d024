import { Hourglass, ShieldX } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { OwnReview } from '#game/protocol/http-answers'
import { classes } from './classes'

/** [F6] Told to the player alone: their result is being looked at, or was. Nothing while it counts. */
export function UnderReview({ review, className }: { review: OwnReview | null; className?: string }) {
  const t = useTranslations('common.review')
  if (!review) return null
  const Icon = review === 'waiting' ? Hourglass : ShieldX
  return (
    <p
      role="status"
      className={classes(
        'flex items-center gap-3 rounded-xl border-2 border-line bg-card px-4 py-2.5 font-medium',
        className,
      )}
    >
      <Icon aria-hidden="true" className="size-5 shrink-0 text-muted" />
      {t(review)}
    </p>
  )
}
