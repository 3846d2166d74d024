import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { SiteHeader } from '../../_web/home/site-header'
import { HandwrittenDigit } from '../../_web/ink/logo/handwritten-digit'
import { Button } from '../../_web/kit/button'
import { EmptyState } from '../../_web/kit/empty-state'

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
