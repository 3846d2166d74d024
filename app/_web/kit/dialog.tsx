'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Dialog as Radix } from 'radix-ui'
import { type ReactNode, useRef } from 'react'
import { IconButton } from './icon-button'

type DialogProps = {
  title: string
  description?: string
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  children?: ReactNode
}

/**
 * Over the page: from below on phones, in the middle elsewhere. Keeps the focus until it is closed, and gives it back to what had it
 * before: Radix does so for triggers of its own alone.
 */
export function Dialog({ title, description, isOpen, onOpenChange, children }: DialogProps) {
  const t = useTranslations('common')
  const opener = useRef<Element | null>(null)
  return (
    <Radix.Root open={isOpen} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-[#1b1a17]/50 backdrop-blur-[2px]" />
        <Radix.Content
          {...(description ? {} : { 'aria-describedby': undefined })}
          onOpenAutoFocus={() => {
            opener.current = document.activeElement
          }}
          onCloseAutoFocus={() => {
            if (opener.current instanceof HTMLElement) opener.current.focus()
          }}
          className="fixed inset-x-0 bottom-0 z-50 mx-auto max-h-[90dvh] w-full max-w-lg animate-rise overflow-y-auto rounded-t-3xl border border-line bg-card p-5 pb-[max(1.25rem,env(safe-area-inset-bottom))] shadow-sheet sm:inset-y-0 sm:my-auto sm:h-fit sm:rounded-3xl"
        >
          <div className="flex items-start justify-between gap-4">
            <Radix.Title className="wrap-anywhere min-w-0 pt-2 text-2xl">{title}</Radix.Title>
            <Radix.Close asChild>
              <IconButton label={t('close')}>
                <X />
              </IconButton>
            </Radix.Close>
          </div>
          {description && (
            <Radix.Description className="wrap-anywhere mt-1 text-muted">{description}</Radix.Description>
          )}
          <div className="mt-4">{children}</div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
