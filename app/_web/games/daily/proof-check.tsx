'use client'

import { CircleCheck, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { commitmentOf, type Day } from '#game/prompts/daily'
import { rememberFingerprint } from './seen-fingerprints'

type ProofCheckProps = { day: Day; commitment: string; secret: string | null }

/**
 * [R14] Checks a day in the viewer's own browser, which also remembers the first hash it saw: a server that exchanged secret
 * and hash together would be found out by those who came before.
 */
export function ProofCheck({ day, commitment, secret }: ProofCheckProps) {
  const t = useTranslations('daily.proof')
  const [verdict, setVerdict] = useState<'fits' | 'differs' | 'changed' | null>(null)
  useEffect(() => {
    if (rememberFingerprint(day, commitment) !== commitment) setVerdict('changed')
    else if (secret !== null) setVerdict(commitmentOf(secret) === commitment ? 'fits' : 'differs')
  }, [day, commitment, secret])
  const isGood = verdict === 'fits'
  const Mark = isGood ? CircleCheck : TriangleAlert
  return (
    <div role="status">
      {verdict && (
        <p className={`flex items-start gap-2 font-semibold ${isGood ? 'text-good' : 'text-bad'}`}>
          <Mark aria-hidden="true" className="mt-0.5 size-5 shrink-0" />
          {t(verdict)}
        </p>
      )}
    </div>
  )
}
