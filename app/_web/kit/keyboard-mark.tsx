'use client'

import { Keyboard } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { classes } from './classes'

/** Beside the name of who draws with the arrow keys. */
export function KeyboardMark({ className }: { className?: string }) {
  const t = useTranslations('common.keyboardPen')
  return (
    <Keyboard
      role="img"
      aria-label={t('mark')}
      className={classes('size-[1.1em] shrink-0 text-muted', className)}
    />
  )
}
