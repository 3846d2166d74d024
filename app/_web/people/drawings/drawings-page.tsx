import { useTranslations } from 'next-intl'
import type { OwnSamplePage } from '#server/store/samples/list-own-samples'
import { HandwrittenDigit } from '../../ink/logo/handwritten-digit'
import { Button } from '../../kit/button'
import { Link } from '../../kit/link'
import { PageLinks } from '../../kit/page-links'
import { EmptyState } from '../../kit/panel'
import { OwnPage } from '../own-page'
import { DeleteAll } from './delete-all'
import { OwnSampleCard } from './own-sample-card'

type DrawingsPageProps = {
  found: OwnSamplePage
  /** From 1. */
  page: number
  hasConsented: boolean
  /** Which versions of the network learned from each drawing, by its id. */
  trained: ReadonlyMap<string, readonly string[]>
}

/** The drawings that whoever is looking has lent for training. */
export function DrawingsPage({ found, page, hasConsented, trained }: DrawingsPageProps) {
  const t = useTranslations('profile.drawings')
  const { samples, count, pageCount } = found
  return (
    <OwnPage heading={t('heading')}>
      {count === 0 ? (
        <EmptyState
          picture={<HandwrittenDigit digit={4} time={0.9} className="h-40 text-accent" />}
          title={t('empty.title')}
          action={
            <Button kind="primary" asChild>
              <Link href="/">{t('empty.play')}</Link>
            </Button>
          }
        >
          {t('empty.text')}
        </EmptyState>
      ) : (
        <>
          <p className="mt-3 max-w-prose text-muted">{t('text')}</p>
          {!hasConsented && <p className="mt-3 max-w-prose">{t('unused')}</p>}
          <div className="mt-5 mb-3 flex flex-wrap items-center justify-between gap-3">
            <p role="status" className="font-display font-semibold text-lg">
              {t('count', { count })}
            </p>
            <DeleteAll count={count} />
          </div>
          <ul className="grid columns-of-36 gap-3 lg:columns-of-56">
            {samples.map((sample) => (
              <OwnSampleCard key={sample.id} sample={sample} versions={trained.get(sample.id) ?? []} />
            ))}
          </ul>
          <PageLinks
            {...{ page, pageCount }}
            addressOf={(number) => `/profile/drawings?page=${number}`}
            label={t('page', { page, count: pageCount })}
            previous={t('previous')}
            next={t('next')}
            className="mt-5"
          />
        </>
      )}
    </OwnPage>
  )
}
