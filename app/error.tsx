'use client'

import { useTranslations } from 'next-intl'
import { HandwrittenDigit } from './_web/ink/logo/handwritten-digit'
import { Button } from './_web/kit/button'
import { EmptyState } from './_web/kit/empty-state'
import { rightAddress } from './_web/kit/net/right-address'

export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string }
  reset: () => void
}) {
  const words = useTranslations('common')
  const address = rightAddress(error)
  return (
    <main id="main" className="page pt-16">
      <EmptyState
        heading="h1"
        picture={<HandwrittenDigit digit={5} time={1} className="h-36 text-muted" />}
        title={words('error.title')}
        action={
          <Button kind="primary" onClick={reset}>
            {words('retry')}
          </Button>
        }
      >
        <p>{words(address ? 'error.address' : 'error.text')}</p>
        {address && (
          <a href={address} dir="ltr" className="underline">
            {address}
          </a>
        )}
        {error.digest && (
          <p className="mt-2 text-base">{words('error.reference', { digest: error.digest })}</p>
        )}
      </EmptyState>
    </main>
  )
}
