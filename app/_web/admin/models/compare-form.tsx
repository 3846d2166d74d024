import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { RecentRound } from '#server/store/games/list-recent-rounds'
import { Button } from '../../kit/button'
import { Panel } from '../../kit/panel'
import { type CompareQuery, roundCounts } from './compare-query'
import { Comparison } from './comparison'

function Select({
  name,
  label,
  value,
  children,
}: {
  name: string
  label: string
  value: string
  children: ReactNode
}) {
  return (
    <label className="grid min-w-32 flex-1 grid-cols-1 gap-1 text-base">
      {label}
      <select
        name={name}
        defaultValue={value}
        className="min-h-11 w-full min-w-0 rounded-xl border-2 border-edge bg-card px-3 text-ink"
      >
        {children}
      </select>
    </label>
  )
}

type CompareFormProps = {
  versions: readonly string[]
  query: CompareQuery
  /** Null until two versions are chosen. */
  rounds: readonly RecentRound[] | null
}

/** [F23] "What would v2 have said": a form of the plain kind, what is chosen becomes the address. */
export function CompareForm({ versions, query, rounds }: CompareFormProps) {
  const t = useTranslations('admin.models.compare')
  const options = versions.map((version) => <option key={version}>{version}</option>)
  return (
    <Panel aria-labelledby="compare">
      <h2 id="compare" className="text-2xl">
        {t('heading')}
      </h2>
      <p className="mt-1 max-w-prose text-muted">{t('text')}</p>
      <form className="mt-3 flex max-w-2xl flex-wrap items-end gap-3">
        <Select name="one" label={t('one')} value={query.one}>
          {options}
        </Select>
        <Select name="other" label={t('other')} value={query.other}>
          {options}
        </Select>
        <Select name="rounds" label={t('rounds')} value={String(query.rounds)}>
          {roundCounts.map((count) => (
            <option key={count}>{count}</option>
          ))}
        </Select>
        <Button type="submit" kind="solid" size="small">
          {t('show')}
        </Button>
      </form>
      {rounds && (
        <Comparison key={`${query.one} ${query.other}`} rounds={rounds} one={query.one} other={query.other} />
      )}
    </Panel>
  )
}
