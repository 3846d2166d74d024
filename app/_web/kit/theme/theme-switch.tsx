'use client'

import { Moon, Sun } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { startTransition } from 'react'
import { IconButton } from '../icon-button'
import { keepTheme } from './keep-theme'
import { useTheme } from './use-theme'

export function ThemeSwitch() {
  const words = useTranslations('common.theme')
  const next = useTheme() === 'dark' ? 'light' : 'dark'
  const choose = () => {
    document.documentElement.dataset.theme = next
    startTransition(() => keepTheme(next))
  }
  return (
    <IconButton label={words(next)} onClick={choose}>
      <Moon className="dark:hidden" />
      <Sun className="hidden dark:block" />
    </IconButton>
  )
}
