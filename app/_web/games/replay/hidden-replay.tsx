import { ChartLine } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { HandwrittenDigit } from '../../ink/logo/handwritten-digit'
import { Button } from '../../kit/button'
import { Link } from '../../kit/link'
import { EmptyState } from '../../kit/panel'

/** In place of a replay that would tell today's digits. @param until ms since the epoch */
export function HiddenReplay({ gameId, until }: { gameId: string; until: number }) {
  const t = useTranslations('replay')
  return (
    <main id="main" className="page">
      <EmptyState
        heading="h1"
        picture={<HandwrittenDigit digit={0} time={1} className="h-36 text-accent" />}
        title={t('hidden.title')}
        action={
          <Button kind="primary" asChild>
            <Link href={`/result/${gameId}`}>
              <ChartLine aria-hidden="true" />
              {t('hidden.result')}
            </Link>
          </Button>
        }
      >
        <HiddenNote until={until} />
      </EmptyState>
    </main>
  )
}

/** Why drawings are not shown, and from when on they are. @param until ms since the epoch */
export function HiddenNote({ until }: { until: number }) {
  const t = useTranslations('replay.hidden')
  const format = useFormatter()
  const time = format.dateTime(until, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' })
  return t('text', { time })
}
