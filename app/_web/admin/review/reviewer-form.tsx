'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { maxNameLength } from '#game/protocol/constants'
import { Button } from '../../kit/button'
import { Panel } from '../../kit/panel'
import { TextField } from '../../kit/text-field'
import { keepTyped } from '../keep-typed'
import { sayName } from './actions'

type ReviewerFormProps = {
  /** Who has reviewed before. */
  known: readonly string[]
  /** Where to go on from here. */
  back: string
}

/** [F13] Asks once who reviews in this browser. */
export function ReviewerForm({ known, back }: ReviewerFormProps) {
  const t = useTranslations('admin.review.reviewer')
  const [isName, submit, isPending] = useActionState(sayName, null)
  return (
    <Panel className="mx-auto max-w-md">
      <h1 className="text-3xl">{t('title')}</h1>
      <p className="mt-2 text-muted">{t('text')}</p>
      {known.length > 0 && (
        <form action={submit} className="mt-5 flex flex-wrap gap-2">
          <input type="hidden" name="back" value={back} />
          {known.map((name) => (
            <Button key={name} type="submit" name="name" value={name} size="small" disabled={isPending}>
              {name}
            </Button>
          ))}
        </form>
      )}
      <form action={submit} onReset={keepTyped} className="mt-5 grid gap-4">
        <input type="hidden" name="back" value={back} />
        <TextField
          label={t(known.length > 0 ? 'another' : 'name')}
          name="name"
          autoComplete="off"
          required
          maxLength={maxNameLength}
          full={t('bad')}
          error={isName === false ? t('bad') : null}
        />
        <Button type="submit" kind="primary" disabled={isPending}>
          {t('submit')}
        </Button>
      </form>
    </Panel>
  )
}
