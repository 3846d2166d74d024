import { useTranslations } from 'next-intl'

type SpinnerProps = {
  label?: string
  /** Whether to say after five seconds that this takes long, and offer to load the page again. */
  isHinting?: boolean
}

/** A pen that goes round: something is on its way. */
export function Spinner({ label, isHinting = true }: SpinnerProps) {
  const t = useTranslations('common')
  return (
    <span role="status" className="grid justify-items-start gap-2 text-muted">
      <span className="inline-flex items-center gap-3">
        <svg viewBox="0 0 32 32" aria-hidden="true" className="size-8 animate-spin fill-none stroke-accent">
          <path d="M27 17a11 11 0 1 1-5-10.2" strokeWidth="4" strokeLinecap="round" />
        </svg>
        {label ?? t('loading')}
      </span>
      {isHinting && (
        // Shown by the style sheet alone: what does not arrive may well be the scripts.
        <span className="appear-late">
          {t('slow')}{' '}
          {/* biome-ignore lint/a11y/useValidAnchor: the address of this page, its query included. */}
          <a href="" className="underline underline-offset-4">
            {t('retry')}
          </a>
        </span>
      )}
    </span>
  )
}
