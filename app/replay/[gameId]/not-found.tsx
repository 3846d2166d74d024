import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { HandwrittenDigit } from '../../logo/handwritten-digit'
import { Button } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { SiteHeader } from '../../ui/site-header'

export default function ReplayNotFound() {
  const words = useTranslations('replay.notFound')
  return (
    <>
      <SiteHeader />
      <main id="main" className="page">
        <EmptyState
          heading="h1"
          picture={<HandwrittenDigit digit={0} time={1} className="h-36 text-accent" />}
          title={words('title')}
          action={
            <Button kind="primary" asChild>
              <Link href="/">{words('home')}</Link>
            </Button>
          }
        >
          {words('text')}
        </EmptyState>
      </main>
    </>
  )
}
