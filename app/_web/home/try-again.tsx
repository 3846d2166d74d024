'use client'

import { useTranslations } from 'next-intl'
import { Button } from '../kit/button'

/** Asks for the page that should have been here. */
export function TryAgain() {
  const words = useTranslations('common')
  return (
    <Button kind="primary" onClick={() => window.location.reload()}>
      {words('retry')}
    </Button>
  )
}
