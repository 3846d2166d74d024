import { useTranslations } from 'next-intl'
import type { ExportProgress } from '#server/store/samples/start-export'
import { Button } from '../../kit/button'

type ExportStateProps = { progress: ExportProgress; onCancel: () => void }

/** How far an export is, and what has become of it. */
export function ExportState({ progress: { state, done, total, reason }, onCancel }: ExportStateProps) {
  const t = useTranslations('admin.export')
  if (state === 'running')
    return (
      <div className="flex flex-wrap items-center gap-3">
        <progress
          aria-label={t('running', { done, total })}
          className="h-3 min-w-40 flex-1 accent-accent"
          max={total || 1}
          value={done}
        />
        <span className="figures text-base">{t('running', { done, total })}</span>
        <Button size="small" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    )
  return (
    <p role="status" className={state === 'failed' ? 'text-bad' : 'text-muted'}>
      {t(state === 'failed' && reason ? 'changed' : state, { count: done })}
    </p>
  )
}
