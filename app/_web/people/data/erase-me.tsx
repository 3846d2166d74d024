'use client'

import { Check, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Refusal } from '#game/protocol/refusal'
import { Button } from '../../kit/button'
import { Dialog } from '../../kit/dialog'
import { Link } from '../../kit/link'
import { requestErasure } from '../../kit/player/player-api'
import { useRefusal } from '../../kit/refusals/use-refusal'

const goes = ['profile', 'alone', 'lent', 'devices'] as const
const stays = ['shared', 'learned', 'running'] as const

/** Says what is deleted and what stays, and erases the player once they have confirmed it. */
export function EraseMe({ name }: { name: string }) {
  const t = useTranslations('profile.data.erase')
  const common = useTranslations('common')
  const refusalText = useRefusal()
  const [step, setStep] = useState<'told' | 'asked' | 'erasing' | 'erased'>('told')
  const [problem, setProblem] = useState<Refusal | null>(null)

  async function erase() {
    setStep('erasing')
    setProblem(null)
    const answer = await requestErasure()
    setStep(answer.ok ? 'erased' : 'asked')
    if (!answer.ok) setProblem(answer.refusal)
  }

  if (step === 'erased') {
    return (
      <div role="status" className="mt-2">
        <p className="flex items-center gap-2 font-display font-semibold text-good text-xl">
          <Check aria-hidden="true" className="size-6 shrink-0" />
          {t('done')}
        </p>
        <p className="mt-1 text-muted">{t('doneText')}</p>
        <Button asChild className="mt-4">
          <Link href="/">{t('home')}</Link>
        </Button>
      </div>
    )
  }
  return (
    <>
      <h3 className="mt-3 font-display font-semibold text-lg">{t('goes')}</h3>
      <ul className="mt-1 list-disc ps-5">
        {goes.map((each) => (
          <li key={each}>{t(each)}</li>
        ))}
      </ul>
      <h3 className="mt-3 font-display font-semibold text-lg">{t('stays')}</h3>
      <ul className="mt-1 list-disc ps-5 text-muted">
        {stays.map((each) => (
          <li key={each}>{t(each, { former: common('formerPlayer') })}</li>
        ))}
      </ul>
      <Button kind="danger" className="mt-4" onClick={() => setStep('asked')}>
        <Trash2 aria-hidden="true" />
        {t('button')}
      </Button>
      <Dialog
        title={t('dialog', { name })}
        description={t('dialogText')}
        isOpen={step !== 'told'}
        onOpenChange={(isOpen) => step !== 'erasing' && setStep(isOpen ? 'asked' : 'told')}
      >
        <p role="alert" className="mb-4 text-bad empty:hidden">
          {problem && refusalText(problem)}
        </p>
        <div className="flex flex-wrap gap-2">
          <Button kind="danger" disabled={step === 'erasing'} onClick={erase}>
            {t(step === 'erasing' ? 'erasing' : 'confirm')}
          </Button>
          <Button disabled={step === 'erasing'} onClick={() => setStep('told')}>
            {common('cancel')}
          </Button>
        </div>
      </Dialog>
    </>
  )
}
