import { useTranslations } from 'next-intl'
import type { Guest } from '#server/auth/guest'
import { Link } from '../../kit/link'
import { Panel } from '../../kit/panel'
import { OwnPage } from '../own-page'
import { DownloadData } from './download-data'
import { EraseMe } from './erase-me'

/** What is stored about whoever is looking: to take along, and to have erased. */
export function DataPage({ guest }: { guest: Guest | null }) {
  const t = useTranslations('profile.data')
  return (
    <OwnPage heading={t('heading')}>
      <p className="mt-3">
        <Link href="/privacy" className="inline-flex min-h-11 items-center underline underline-offset-4">
          {t('privacy')}
        </Link>
      </p>
      {guest ? (
        <div className="mt-4 grid items-start gap-5 md:grid-cols-2">
          <Panel aria-labelledby="download">
            <h2 id="download" className="text-2xl">
              {t('download.title')}
            </h2>
            <p className="mt-1 text-muted">{t('download.text')}</p>
            <DownloadData />
          </Panel>
          <Panel aria-labelledby="erase">
            <h2 id="erase" className="text-2xl">
              {t('erase.title')}
            </h2>
            <EraseMe name={guest.name} />
          </Panel>
        </div>
      ) : (
        <p className="mt-4 text-lg">{t('nobody')}</p>
      )}
    </OwnPage>
  )
}
