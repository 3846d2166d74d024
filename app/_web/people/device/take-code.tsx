'use client'

import { Copy, KeyRound } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { copyText } from '../../kit/browser/copy-text'
import { Button } from '../../kit/button'
import { makeRecoveryCode } from '../../kit/player/player-api'
import { useRefusal } from '../../kit/refusals/use-refusal'
import { useToast } from '../../kit/toast'

/** Shows a recovery code, once, to who asks for it. */
export function TakeCode({ hasOne }: { hasOne: boolean }) {
  const words = useTranslations('profile.device')
  const refusalText = useRefusal()
  const show = useToast()
  const [code, setCode] = useState<string | null>(null)
  const [isAsking, setAsking] = useState(false)

  async function ask() {
    setAsking(true)
    const answer = await makeRecoveryCode()
    if (answer.ok) setCode(answer.told.code)
    else show(refusalText(answer.refusal), 'bad')
    setAsking(false)
  }

  async function copy(text: string) {
    if (await copyText(text)) show(words('copied'), 'good')
    else show(words('notCopied'), 'bad')
  }

  if (code === null) {
    return (
      <Button kind="primary" className="mt-4" disabled={isAsking} onClick={ask}>
        <KeyRound aria-hidden="true" />
        {words(hasOne ? 'makeAnother' : 'make')}
      </Button>
    )
  }
  return (
    <div role="status" className="mt-4 rounded-2xl border-2 border-ink border-dashed bg-wash p-4">
      <p className="font-display font-semibold text-base">{words('code')}</p>
      <p
        data-testid="recovery-code"
        dir="ltr"
        className="figures mt-1 font-bold text-2xl leading-snug tracking-wide"
      >
        {code}
      </p>
      <p className="mt-2 text-base text-muted">{words('codeHint')}</p>
      <Button size="small" className="mt-3" onClick={() => void copy(code)}>
        <Copy aria-hidden="true" />
        {words('copy')}
      </Button>
    </div>
  )
}
