import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { SiteHeader } from './_web/home/site-header'
import { HandwrittenDigit } from './_web/ink/logo/handwritten-digit'
import { Button } from './_web/kit/button'
import { EmptyState } from './_web/kit/empty-state'

export default function NotFound() {
  const words = useTranslations('common.notFound')
  return (
    <>
      <SiteHeader />
      <main id="main" className="page">
        <EmptyState
          picture={
            <span className="flex text-accent" dir="ltr">
              <HandwrittenDigit digit={4} time={0.6} className="h-28 sm:h-36" />
              <HandwrittenDigit digit={0} delay={0.8} time={0.5} className="h-28 sm:h-36" />
              <HandwrittenDigit digit={4} delay={1.5} time={0.6} className="h-28 sm:h-36" />
            </span>
          }
          heading="h1"
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
