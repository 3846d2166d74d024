'use client'

import { Moon, Sun } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { startTransition } from 'react'
import { IconButton } from '../icon-button'
import { saveTheme } from '../preferences'
import { useTheme } from './use-theme'

export function ThemeSwitch() {
  const t = useTranslations('common.theme')
  const next = useTheme() === 'dark' ? 'light' : 'dark'
  const choose = () => {
    document.documentElement.dataset.theme = next
    startTransition(() => saveTheme(next))
  }
  return (
    <IconButton label={t(next)} onClick={choose}>
      <Moon className="dark:hidden" />
      <Sun className="hidden dark:block" />
    </IconButton>
  )
}
