'use client'

import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { IconButton } from '../../kit/icon-button'

type PagerProps = { page: number; pages: number; onTurn: (page: number) => void }

/** Turns the pages of a list; after the last comes the first. */
export function Pager({ page, pages, onTurn }: PagerProps) {
  const t = useTranslations('room.pages')
  const format = useFormatter()
  return (
    <div className="flex shrink-0 items-center justify-center gap-1">
      <IconButton label={t('previous')} onClick={() => onTurn((page + pages - 1) % pages)}>
        <ChevronLeft className="rtl:-scale-x-100" />
      </IconButton>
      <span role="status" className="figures whitespace-nowrap font-semibold text-base">
        <span className="sr-only">{t('page')} </span>
        {format.number(page + 1)} / {format.number(pages)}
      </span>
      <IconButton label={t('next')} onClick={() => onTurn((page + 1) % pages)}>
        <ChevronRight className="rtl:-scale-x-100" />
      </IconButton>
    </div>
  )
}
