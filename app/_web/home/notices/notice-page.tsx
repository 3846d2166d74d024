import type { ComponentProps, ReactNode } from 'react'
import { EmptyState } from '../../kit/panel'
import { SiteHeader } from '../site-header'

/** A whole page that says one thing. */
export function NoticePage(props: Omit<ComponentProps<typeof EmptyState>, 'heading'>) {
  return (
    <>
      <SiteHeader />
      <main id="main" className="page">
        <EmptyState heading="h1" {...props} />
      </main>
    </>
  )
}

export type NoticeProps = { picture: ReactNode; title: string; children: ReactNode }
