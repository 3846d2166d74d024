'use client'

import { KeyRound } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '../../kit/button'
import { CopyButton } from '../../kit/copy-button'
import { requestRecoveryCode } from '../../kit/player/player-api'
import { useRefusal } from '../../kit/refusals/use-refusal'
import { useToast } from '../../kit/toast'

/** Shows a recovery code, once, to who asks for it. */
export function TakeCode({ hasOne }: { hasOne: boolean }) {
  const t = useTranslations('profile.device')
  const refusalText = useRefusal()
  const show = useToast()
  const [code, setCode] = useState<string | null>(null)
  const [isAsking, setAsking] = useState(false)

  async function ask() {
    setAsking(true)
    const answer = await requestRecoveryCode()
    if (answer.ok) setCode(answer.data.code)
    else show(refusalText(answer.refusal), 'bad')
    setAsking(false)
  }

  if (code === null) {
    return (
      <Button kind="primary" className="mt-4" disabled={isAsking} onClick={ask}>
        <KeyRound aria-hidden="true" />
        {t(hasOne ? 'makeAnother' : 'make')}
      </Button>
    )
  }
  return (
    <div role="status" className="mt-4 rounded-2xl border-2 border-ink border-dashed bg-wash p-4">
      <p className="font-display font-semibold text-base">{t('code')}</p>
      <p
        data-testid="recovery-code"
        dir="ltr"
        className="figures mt-1 font-bold text-2xl leading-snug tracking-wide"
      >
        {code}
      </p>
      <p className="mt-2 text-base text-muted">{t('codeHint')}</p>
      <CopyButton text={code} copied={t('copied')} notCopied={t('notCopied')} size="small" className="mt-3">
        {t('copy')}
      </CopyButton>
    </div>
  )
}
