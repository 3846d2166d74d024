'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { ghostsVersion } from '#game/protocol/consent'
import { Button } from '../../kit/button'
import { Link } from '../../kit/link'
import { Panel } from '../../kit/panel'
import { fetchConsent, fetchGhosts, postGhosts } from '../../kit/player/player-api'
import { useRefusal } from '../../kit/refusals/use-refusal'
import { useToast } from '../../kit/toast'

/**
 * [R26] May others race this player's drawings? Asked once, after a game, and not where the question about training is still open: one
 * question is enough. Nothing depends on the answer and nothing waits for it.
 */
export function GhostQuestion({ gameId, onAsked }: { gameId: string; onAsked: (isAsked: boolean) => void }) {
  const [isAsked, setAsked] = useState(false)
  useEffect(() => {
    let isHere = true
    const ask = async () => {
      const [ghosts, consent] = await Promise.all([fetchGhosts(), fetchConsent(gameId)])
      if (!isHere || !ghosts.ok || !consent.ok) return
      const isOther = consent.data.isCollecting && consent.data.hasConsented === null
      setAsked(ghosts.data.lendsGhosts === null && !isOther)
    }
    void ask()
    return () => {
      isHere = false
    }
  }, [gameId])
  useEffect(() => onAsked(isAsked), [isAsked, onAsked])
  return isAsked ? <Question /> : null
}

function Question() {
  const t = useTranslations('room.ghosts.question')
  const consent = useTranslations('room.consent')
  const refusalText = useRefusal()
  const show = useToast()
  const [isSaving, setSaving] = useState(false)
  const [answer, setAnswer] = useState<boolean | null>(null)
  const answered = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (answer !== null) answered.current?.focus()
  }, [answer])

  async function save(lendsGhosts: boolean) {
    setSaving(true)
    const saved = await postGhosts({ lendsGhosts, version: ghostsVersion })
    setSaving(false)
    if (saved.ok) setAnswer(lendsGhosts)
    else show(refusalText(saved.refusal), 'bad')
  }

  return (
    <Panel aria-labelledby="ghosts" className="mx-auto mt-8 max-w-2xl animate-rise">
      <h2 id="ghosts" className="text-2xl">
        {t('title')}
      </h2>
      {answer === null ? (
        <>
          <p className="mt-3 text-base leading-snug">{t('text')}</p>
          <div className="mt-5 grid gap-2 min-[26rem]:grid-cols-2">
            <Button size="small" disabled={isSaving} onClick={() => save(true)}>
              {t('yes')}
            </Button>
            <Button size="small" disabled={isSaving} onClick={() => save(false)}>
              {t('no')}
            </Button>
          </div>
        </>
      ) : (
        <>
          <p ref={answered} tabIndex={-1} className="mt-2 font-display font-semibold text-lg outline-none">
            {t(answer ? 'saidYes' : 'saidNo')}
          </p>
          <Link href="/profile" className="inline-flex min-h-11 items-center underline">
            {consent('change')}
          </Link>
        </>
      )}
    </Panel>
  )
}
