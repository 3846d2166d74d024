import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { SiteHeader } from '../_web/home/site-header'
import { TryAgain } from '../_web/home/try-again'
import { HandwrittenDigit } from '../_web/ink/logo/handwritten-digit'
import { Button } from '../_web/kit/button'
import { EmptyState } from '../_web/kit/empty-state'

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations('common.databaseAway')
  return { title: words('title'), robots: { index: false } }
}

/** What the server shows, with status 503, in place of any page that needs the database while it does not answer. */
export default function DatabaseAwayPage() {
  const words = useTranslations('common')
  return (
    <>
      <SiteHeader />
      <main id="main" className="page">
        <EmptyState
          picture={
            <span className="flex text-accent" dir="ltr">
              <HandwrittenDigit digit={5} time={0.6} className="h-28 sm:h-36" />
              <HandwrittenDigit digit={0} delay={0.8} time={0.5} className="h-28 sm:h-36" />
              <HandwrittenDigit digit={3} delay={1.5} time={0.6} className="h-28 sm:h-36" />
            </span>
          }
          heading="h1"
          title={words('databaseAway.title')}
          action={
            <>
              <TryAgain />
              <Button asChild>
                <a href="/practice">{words('offline.practise')}</a>
              </Button>
            </>
          }
        >
          {words('databaseAway.text')}
        </EmptyState>
      </main>
    </>
  )
}
