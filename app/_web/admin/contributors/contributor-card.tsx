'use client'

import { useFormatter, useTranslations } from 'next-intl'
import type { ShownContributor } from '#server/store/samples/list-contributors'
import { InkPicture } from '../../ink/ink-picture'
import { inkColour } from '../../ink/palette'
import { Button } from '../../kit/button'
import { Link } from '../../kit/link'
import { PlayerName } from '../moderation/player-name'
import { setExcluded } from './actions'

/** One contributor: what they drew, how often reviewers and the network disagree, and what can be done about it. */
export function ContributorCard({ contributor }: { contributor: ShownContributor }) {
  const t = useTranslations('admin.contributors')
  const moderation = useTranslations('admin.moderation')
  const { id, name, colour, isBanned, isExcluded, samples, pictures } = contributor
  return (
    <li className="rounded-sheet border border-line bg-card p-4 shadow-sheet">
      <PlayerName as="h2" {...{ id, name, colour, isBanned }} />
      <Figures contributor={contributor} />
      {pictures.length > 0 && (
        <ul className="mt-3 grid grid-cols-6 gap-2" style={{ color: inkColour(colour) }}>
          {pictures.map(({ id: sampleId, prompt, ink }) => (
            <li key={sampleId}>
              <InkPicture
                inkText={ink}
                label={moderation('drawing', { prompt, name })}
                className="squared aspect-square w-full rounded-lg border border-line [--square:20%]"
              />
              <p className="figures text-center text-base text-muted">{prompt}</p>
            </li>
          ))}
        </ul>
      )}
      {isExcluded && <p className="mt-3 font-semibold text-warn">{t('excluded')}</p>}
      <div className="mt-4 flex flex-wrap items-center gap-2">
        <form action={setExcluded.bind(null, id, !isExcluded)}>
          <Button type="submit" size="small" kind={isExcluded ? 'outline' : 'danger'}>
            {t(isExcluded ? 'readmit' : 'exclude')}
          </Button>
        </form>
        {samples > 0 && (
          <Button asChild size="small" kind="quiet" className="px-1!">
            <Link href={`/admin/samples?${new URLSearchParams({ contributor: id })}`}>
              {t('see', { count: samples })}
            </Link>
          </Button>
        )}
      </div>
    </li>
  )
}

function Figures({ contributor }: { contributor: ShownContributor }) {
  const t = useTranslations('admin.contributors')
  const format = useFormatter()
  const { drawings, samples, misread, reviewed, corrected } = contributor
  const share = (part: number, whole: number) =>
    whole === 0 ? '–' : format.number(part / whole, { style: 'percent' })
  const figures = [
    ['drawings', format.number(drawings)],
    ['samples', format.number(samples)],
    ['corrected', share(corrected, reviewed)],
    ['misread', share(misread, drawings)],
  ] as const
  return (
    <dl className="mt-2 grid grid-cols-2 gap-x-4 gap-y-1">
      {figures.map(([figure, value]) => (
        <div key={figure} className="flex flex-col-reverse justify-end">
          <dt className="text-base text-muted">
            {figure === 'corrected' ? t('corrected', { count: reviewed }) : t(figure)}
          </dt>
          <dd className="figures font-bold text-2xl">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
