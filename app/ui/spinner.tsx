import { useTranslations } from 'next-intl'

/** A pen that goes round: something is on its way. */
export function Spinner({ label }: { label?: string }) {
  const words = useTranslations('common')
  return (
    <span role="status" className="inline-flex items-center gap-3 text-muted">
      <svg viewBox="0 0 32 32" aria-hidden="true" className="size-8 animate-spin fill-none stroke-accent">
        <path d="M27 17a11 11 0 1 1-5-10.2" strokeWidth="4" strokeLinecap="round" />
      </svg>
      {label ?? words('loading')}
    </span>
  )
}
