'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Panel } from '../../kit/panel'
import { Spinner } from '../../kit/spinner'
import type { Judging } from './use-judging'

type JudgingPanelProps<Found> = {
  /** Of its messages, and of its heading. */
  name: 'rescore' | 'otherJudge'
  judging: Judging<Found>
  /** How many drawings there are. */
  of: number
  /** What begins it. */
  buttons: ReactNode
  outcome: (found: Found) => ReactNode
  children?: ReactNode
}

/** A part of the replay that this browser works out itself, with its progress, its outcome, and why there is none. */
export function JudgingPanel<Found>(props: JudgingPanelProps<Found>) {
  const { name, judging, of, buttons, outcome, children } = props
  const t = useTranslations(`replay.${name}`)
  const common = useTranslations('common')
  return (
    <Panel aria-labelledby={name}>
      <h2 id={name} className="text-2xl">
        {t('title')}
      </h2>
      <p className="mt-1 max-w-prose text-muted">{t('text')}</p>
      <div className="mt-4" aria-live="polite">
        {judging.name === 'running' ? (
          <Spinner label={t('running', { done: judging.done, of })} isHinting={judging.done === 0} />
        ) : (
          buttons
        )}
        {judging.name === 'unsupported' && <p className="mt-3 text-bad">{common('noWasm')}</p>}
        {judging.name === 'failed' && (
          <p className="mt-3 text-bad">{t('failed', { reason: judging.reason })}</p>
        )}
        {judging.name === 'done' && outcome(judging.found)}
      </div>
      {children}
    </Panel>
  )
}
