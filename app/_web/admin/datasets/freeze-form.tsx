'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { digits } from '#game/protocol/constants'
import { sampleReasons } from '#server/store/samples/sample-reasons'
import { Button } from '../../kit/button'
import { Panel } from '../../kit/panel'
import { TextField } from '../../kit/text-field'
import { FilterSelect } from '../samples/filter-select'
import { freeze } from './actions'

/** Makes the next version of a dataset. */
export function FreezeForm() {
  const t = useTranslations('admin.datasets')
  const samples = useTranslations('admin.samples')
  const [made, submit, isPending] = useActionState(freeze, null)
  return (
    <Panel>
      <h2 className="text-xl">{t('freeze.heading')}</h2>
      <p className="max-w-prose text-base text-muted">{t('freeze.text')}</p>
      <form action={submit} className="mt-4 grid grid-cols-1 gap-4">
        <TextField
          label={t('freeze.name')}
          name="name"
          required
          maxLength={40}
          autoCapitalize="none"
          hint={t('freeze.nameHint')}
          error={made && made.is !== 'frozen' ? t(`freeze.${made.is}`) : null}
          dir="ltr"
        />
        <div className="flex flex-wrap items-end gap-3">
          <FilterSelect name="prompt" label={samples('digit')} value={undefined}>
            {digits.map(String).map((digit) => (
              <option key={digit}>{digit}</option>
            ))}
          </FilterSelect>
          <FilterSelect name="reason" label={samples('reason')} value={undefined}>
            {sampleReasons.map((reason) => (
              <option key={reason} value={reason}>
                {samples(`reasons.${reason}`)}
              </option>
            ))}
          </FilterSelect>
          <Button type="submit" kind="primary" disabled={isPending}>
            {t('freeze.submit')}
          </Button>
        </div>
        <p role="status" className="text-base text-good empty:hidden">
          {made?.is === 'frozen' && t('freeze.frozen', made)}
        </p>
      </form>
    </Panel>
  )
}
