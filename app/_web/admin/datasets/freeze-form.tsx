'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { Button } from '../../kit/button'
import { Panel } from '../../kit/panel'
import { TextField } from '../../kit/text-field'
import { keepTyped } from '../keep-typed'
import { FilterFields } from '../samples/filter-fields'
import { freeze } from './actions'

/** Makes the next version of a dataset. */
export function FreezeForm({ models }: { models: readonly string[] }) {
  const t = useTranslations('admin.datasets')
  const [made, submit, isPending] = useActionState(freeze, null)
  return (
    <Panel>
      <h2 className="text-xl">{t('freeze.heading')}</h2>
      <p className="max-w-prose text-base text-muted">{t('freeze.text')}</p>
      <form
        action={submit}
        onReset={(event) => made?.is !== 'frozen' && keepTyped(event)}
        className="mt-4 grid grid-cols-1 gap-4"
      >
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
        <div className="grid columns-of-36 items-end gap-3">
          <FilterFields chosen={{}} models={models} contributorName={null} />
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
