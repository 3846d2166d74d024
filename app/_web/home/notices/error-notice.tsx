'use client'

import { useTranslations } from 'next-intl'
import { HandwrittenDigit } from '../../ink/logo/handwritten-digit'
import { rightAddress } from '../../kit/browser/network'
import { Button } from '../../kit/button'
import { EmptyState } from '../../kit/panel'

/** What stands in place of a page that failed; it does without the header, which may be what failed. */
export function ErrorNotice({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const t = useTranslations('common')
  const address = rightAddress(error)
  return (
    <main id="main" className="page pt-16">
      <EmptyState
        heading="h1"
        picture={<HandwrittenDigit digit={5} time={1} className="h-36 text-muted" />}
        title={t('error.title')}
        action={
          <Button kind="primary" onClick={reset}>
            {t('retry')}
          </Button>
        }
      >
        <p>{t(address ? 'error.address' : 'error.text')}</p>
        {address && (
          <a href={address} dir="ltr" className="underline">
            {address}
          </a>
        )}
        {error.digest && <p className="mt-2 text-base">{t('error.reference', { digest: error.digest })}</p>}
      </EmptyState>
    </main>
  )
}
