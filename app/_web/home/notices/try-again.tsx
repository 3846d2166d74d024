'use client'

import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { Button } from '../../kit/button'

const reload = () => window.location.reload()

/** Asks once more for the page that the address names, by hand or as soon as the network is back. */
export function TryAgain() {
  const t = useTranslations('common')
  useEffect(() => {
    window.addEventListener('online', reload)
    return () => window.removeEventListener('online', reload)
  }, [])
  return (
    <Button kind="primary" onClick={reload}>
      {t('retry')}
    </Button>
  )
}
