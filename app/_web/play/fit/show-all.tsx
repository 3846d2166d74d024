'use client'

import { List } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type CSSProperties, type ReactNode, useState } from 'react'
import { Button } from '../../kit/button'
import { Dialog } from '../../kit/dialog'
import { FittedText } from '../../kit/fit/fitted-text'

/** Nobody turns more pages than these to find somebody. */
export const mostPages = 4

type ShowAllProps = {
  title: string
  /** The whole list. @param close closes it again */
  children: (close: () => void) => ReactNode
}

/** In place of more pages than anybody turns: opens a list of all over the screen, which scrolls. */
export function ShowAll({ title, children }: ShowAllProps) {
  const t = useTranslations('room.pages')
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button size="small" className="h-11 min-w-0 px-3!" onClick={() => setOpen(true)}>
        <List aria-hidden="true" className="rtl:-scale-x-100" />
        <FittedText text={t('showAll')} />
      </Button>
      <Dialog title={title} isOpen={isOpen} onOpenChange={setOpen}>
        {/* Not held to the height of a screen: a unit is a letter. */}
        <div style={{ '--u': '1rem' } as CSSProperties}>{children(() => setOpen(false))}</div>
      </Dialog>
    </>
  )
}
