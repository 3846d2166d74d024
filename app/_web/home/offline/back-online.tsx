'use client'

import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { Button } from '../../kit/button'

const reload = () => window.location.reload()

/** Opens what was asked for, which the address still names, by hand or as soon as the network is back. */
export function BackOnline() {
  const words = useTranslations('common')
  useEffect(() => {
    window.addEventListener('online', reload)
    return () => window.removeEventListener('online', reload)
  }, [])
  return (
    <Button kind="primary" onClick={reload}>
      {words('retry')}
    </Button>
  )
}
