'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Toast as Radix } from 'radix-ui'
import { IconButton } from './icon-button'
import { shownMs, type ToastListProps, toastClasses, toastsClasses, toastTextClasses } from './toast-look'

export function ToastList({ label, shown, forget }: ToastListProps) {
  const t = useTranslations('common')
  return (
    <Radix.Provider label={label}>
      {shown.map(({ key, text, kind }) => (
        <Radix.Root
          key={key}
          duration={shownMs(text)}
          onOpenChange={() => forget(key)}
          className={toastClasses(kind)}
        >
          <Radix.Description className={toastTextClasses}>{text}</Radix.Description>
          <Radix.Close asChild>
            <IconButton label={t('close')}>
              <X />
            </IconButton>
          </Radix.Close>
        </Radix.Root>
      ))}
      <Radix.Viewport className={toastsClasses} />
    </Radix.Provider>
  )
}
