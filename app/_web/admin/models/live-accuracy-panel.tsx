import { useFormatter, useTranslations } from 'next-intl'
import { intervalOf } from '#models/evaluation/statistics'
import type { LiveAccuracy, ReadRightly } from '#server/store/samples/live-accuracy'
import { Panel } from '../../kit/panel'

type LiveAccuracyPanelProps = { champion: string; measured: readonly LiveAccuracy[] }

/** [F24] How well the champion reads what players draw, with how sure that is: by reviewed drawings alone, those picked by chance first. */
export function LiveAccuracyPanel({ champion, measured }: LiveAccuracyPanelProps) {
  const t = useTranslations('admin.models.live')
  const none = { count: 0, right: 0 }
  const { control = none, hard = none } = measured.find(({ version }) => version === champion) ?? {}
  return (
    <Panel aria-labelledby="live">
      <h2 id="live" className="text-2xl">
        {t('heading', { version: champion })}
      </h2>
      {control.count > 0 ? <Share part={control} /> : <p className="mt-1 max-w-prose">{t('unknown')}</p>}
      <p className="mt-1 max-w-prose text-base text-muted">
        {control.count > 0 && t('control', { count: control.count })} {hard.count > 0 && t('hard', hard)}
      </p>
    </Panel>
  )
}

function Share({ part: { count, right } }: { part: ReadRightly }) {
  const t = useTranslations('admin.models.live')
  const format = useFormatter()
  const { low, high } = intervalOf(right, count)
  const percent = (share: number) => format.number(share, { style: 'percent', maximumFractionDigits: 1 })
  return (
    <p className="mt-1">
      <span className="figures font-extrabold text-4xl">{percent(right / count)}</span>{' '}
      <span className="text-muted">{t('between', { low: percent(low), high: percent(high) })}</span>
    </p>
  )
}
