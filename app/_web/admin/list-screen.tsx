import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { PageLinks } from '../kit/page-links'

type ListScreenProps = {
  heading: string
  text: string
  page: number
  pageCount: number
  addressOf: (page: number) => string
  children: ReactNode
}

/** An admin's list, page by page: what it is, the list, and the links to its other pages. */
export function ListScreen({ heading, text, page, pageCount, addressOf, children }: ListScreenProps) {
  const t = useTranslations('admin.samples')
  return (
    <div className="grid grid-cols-1 gap-6">
      <div>
        <h1 className="text-4xl">{heading}</h1>
        <p className="max-w-prose text-muted">{text}</p>
      </div>
      {children}
      <PageLinks
        {...{ page, pageCount, addressOf }}
        label={t('page', { page, count: pageCount })}
        previous={t('previous')}
        next={t('next')}
      />
    </div>
  )
}
