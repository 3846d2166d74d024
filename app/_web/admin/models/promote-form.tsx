'use client'

import { useTranslations } from 'next-intl'
import { useActionState, useState } from 'react'
import { Button } from '../../kit/button'
import { Spinner } from '../../kit/spinner'
import { TextField } from '../../kit/text-field'
import { keepTyped } from '../keep-typed'
import { orFailed } from '../or-failed'
import { type PromotionAnswer, promoteVersion } from './actions'

type PromoteFormProps = { version: string; isRollBack: boolean }

/** Makes a version the champion, once its name is typed. */
export function PromoteForm({ version, isRollBack }: PromoteFormProps) {
  const t = useTranslations('admin.models.promote')
  const [answer, submit, isPending] = useActionState(orFailed<PromotionAnswer>(promoteVersion), null)
  const [typed, setTyped] = useState('')
  const isMistyped = answer !== null && 'isMistyped' in answer
  return (
    <details className="mt-5 border-line border-t pt-2">
      <summary className="min-h-11 cursor-pointer content-center font-display font-semibold">
        {t(isRollBack ? 'rollBack' : 'promote')}
      </summary>
      <p className="max-w-prose text-base text-muted">{t(isRollBack ? 'rollBackText' : 'promoteText')}</p>
      <form action={submit} onReset={keepTyped} className="mt-3 grid max-w-md gap-3">
        <input type="hidden" name="version" value={version} />
        <TextField label={t('why')} name="why" maxLength={500} autoComplete="off" />
        <TextField
          label={t('typed', { version })}
          name="typed"
          dir="ltr"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
          error={isMistyped ? t('mistyped') : null}
        />
        <Button type="submit" kind="danger" disabled={isPending || typed.trim() !== version}>
          {t(isRollBack ? 'rollBack' : 'promote')}
        </Button>
      </form>
      <div role="status" className="mt-3">
        {isPending && <Spinner label={t('running')} />}
        {!isPending && answer && 'lines' in answer && <Outcome {...answer} />}
        {!isPending && answer && 'is' in answer && <p className="text-bad">{t('failed')}</p>}
      </div>
    </details>
  )
}

/** What the command said is for whoever runs the server, in the command's own words. */
function Outcome({ isPromoted, lines }: { isPromoted: boolean; lines: readonly string[] }) {
  const t = useTranslations('admin.models.promote')
  return (
    <>
      <p className={isPromoted ? 'font-semibold text-good' : 'font-semibold text-bad'}>
        {t(isPromoted ? 'done' : 'refused')}
      </p>
      {!isPromoted && (
        <ul dir="ltr" className="list-disc ps-5 text-base">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </>
  )
}
