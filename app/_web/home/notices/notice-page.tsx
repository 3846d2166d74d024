import type { ComponentProps, ReactNode } from 'react'
import { Button } from '../../kit/button'
import { Link } from '../../kit/link'
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

/** The address leads nowhere. @param home what the way to the start is called */
export function NotFoundPage({ home, ...rest }: NoticeProps & { home: string }) {
  return (
    <NoticePage
      {...rest}
      action={
        <Button kind="primary" asChild>
          <Link href="/">{home}</Link>
        </Button>
      }
    />
  )
}
