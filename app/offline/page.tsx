import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { BackOnline } from '../_web/home/offline/back-online'
import { SiteHeader } from '../_web/home/site-header'
import { strokeThrough } from '../_web/ink/logo/handwriting'
import { InkStroke } from '../_web/ink/logo/ink-stroke'
import { Button } from '../_web/kit/button'
import { EmptyState } from '../_web/kit/empty-state'

const tornLine = [
  strokeThrough('4,74 30,60 58,80 84,58 92,36 80,26 70,40 84,60 104,62'),
  strokeThrough('142,52 164,44 186,62 214,46 236,50'),
]

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations('common.offline')
  return { title: words('title'), robots: { index: false } }
}

/** What the service worker shows in place of any page that cannot be fetched. */
export default function OfflinePage() {
  const words = useTranslations('common')
  return (
    <>
      <SiteHeader />
      <main id="main" className="page">
        <EmptyState
          picture={
            <svg viewBox="0 0 240 104" aria-hidden="true" className="h-28 w-auto text-accent sm:h-36">
              {tornLine.map((stroke, index) => (
                <InkStroke key={`${stroke[0]}`} places={stroke} width={10} delay={index * 0.7} time={0.6} />
              ))}
            </svg>
          }
          title={words('offline.title')}
          action={
            <>
              <BackOnline />
              <Button asChild>
                <a href="/practice">{words('offline.practise')}</a>
              </Button>
            </>
          }
        >
          {words('offline.text')}
        </EmptyState>
      </main>
    </>
  )
}
