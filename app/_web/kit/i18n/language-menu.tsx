'use client'

import { Check, Languages } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { DropdownMenu } from 'radix-ui'
import { useTransition } from 'react'
import { IconButton } from '../icon-button'
import { saveLocale } from '../preferences'
import { languageOf, locales, nativeNames } from './locales'

/** Every language by its own name: whoever cannot read the page can read that. Open from the start, as it comes when asked for. */
export default function LanguageMenu() {
  const t = useTranslations('common')
  const language = languageOf(useLocale())
  const [isChanging, change] = useTransition()
  return (
    <DropdownMenu.Root defaultOpen>
      <DropdownMenu.Trigger asChild>
        <IconButton label={t('language')} aria-busy={isChanging}>
          <Languages />
        </IconButton>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align="end"
          sideOffset={4}
          collisionPadding={8}
          className="z-50 min-w-44 animate-rise rounded-2xl border border-line bg-card p-1 shadow-sheet"
        >
          <DropdownMenu.RadioGroup value={language} onValueChange={(name) => change(() => saveLocale(name))}>
            {locales.map((locale) => (
              <DropdownMenu.RadioItem
                key={locale}
                value={locale}
                lang={locale}
                className="flex min-h-11 cursor-pointer items-center justify-between gap-4 rounded-xl px-3 font-display font-semibold outline-none data-highlighted:bg-wash"
              >
                {nativeNames[locale]}
                <DropdownMenu.ItemIndicator>
                  <Check aria-hidden="true" className="size-5 text-accent" />
                </DropdownMenu.ItemIndicator>
              </DropdownMenu.RadioItem>
            ))}
          </DropdownMenu.RadioGroup>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}
