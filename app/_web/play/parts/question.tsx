'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { Refusal } from '#game/protocol/refusal'
import { Button } from '../../kit/button'
import { Link } from '../../kit/link'
import { Panel } from '../../kit/panel'
import { useRefusal } from '../../kit/refusals/use-refusal'
import { useToast } from '../../kit/toast'

type QuestionProps = {
  /** Of its heading. */
  id: string
  title: string
  yes: string
  no: string
  /** Stores the answer. */
  save: (isYes: boolean) => Promise<{ readonly ok: true } | { readonly ok: false; readonly refusal: Refusal }>
  /** What is said once it is stored. */
  said: (isYes: boolean) => string
  /** What it means, above the buttons. */
  children: ReactNode
  /** What a no asks next, over the page; null where it asks nothing. */
  next?: ReactNode
}

/** A question for the podium, with a yes and a no that look alike; the answer can be changed in the profile. */
export function Question({ id, title, yes, no, save, said, children, next = null }: QuestionProps) {
  const t = useTranslations('room.consent')
  const refusalText = useRefusal()
  const show = useToast()
  const [isSaving, setSaving] = useState(false)
  const [answer, setAnswer] = useState<boolean | null>(null)
  const answered = useRef<HTMLParagraphElement>(null)
  const isCovered = next !== null
  useEffect(() => {
    if (answer !== null && !isCovered) answered.current?.focus()
  }, [answer, isCovered])

  async function give(isYes: boolean) {
    setSaving(true)
    const saved = await save(isYes)
    setSaving(false)
    if (saved.ok) setAnswer(isYes)
    else show(refusalText(saved.refusal), 'bad')
  }

  const layout = 'mx-auto mt-8 max-w-2xl animate-rise'
  if (answer !== null)
    return (
      <Panel className={layout}>
        <p ref={answered} tabIndex={-1} className="font-display font-semibold text-lg outline-none">
          {said(answer)}
        </p>
        <Link href="/profile" className="inline-flex min-h-11 items-center underline">
          {t('change')}
        </Link>
        {next}
      </Panel>
    )
  return (
    <Panel aria-labelledby={id} className={layout}>
      <h2 id={id} className="text-2xl">
        {title}
      </h2>
      {children}
      <div className="mt-5 grid gap-2 min-[26rem]:grid-cols-2">
        <Button size="small" disabled={isSaving} onClick={() => void give(true)}>
          {yes}
        </Button>
        <Button size="small" disabled={isSaving} onClick={() => void give(false)}>
          {no}
        </Button>
      </div>
    </Panel>
  )
}
