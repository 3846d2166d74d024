'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useMemo, useRef, useState } from 'react'
import { strokesOf } from '#game/drawing/ink'
import { decodeInk } from '#game/drawing/ink-codec'
import { rasterise } from '#game/drawing/rasterise'
import { type ConsentState, consentVersion } from '#game/protocol/consent'
import { InkPicture } from '../../ink/ink-picture'
import { RasterPicture } from '../../ink/raster-picture'
import { Button } from '../../kit/button'
import { Link } from '../../kit/link'
import { Panel } from '../../kit/panel'
import { fetchConsent, postConsent } from '../../kit/player/player-api'
import { useRefusal } from '../../kit/refusals/use-refusal'
import { useToast } from '../../kit/toast'
import { DeleteLent } from '../../people/delete-lent'

/** Backoff of the retries: a drawing is stored a little after the players see its result. */
const backoffMs = [0, 500, 1_500, 4_000, 10_000]

const layout = 'mx-auto mt-8 max-w-2xl animate-rise'
const facts = ['what', 'who', 'back', 'when'] as const

/**
 * [C3] May this player's drawings train the network? Asked after a game in which they drew something that could be kept, with
 * one of those drawings, until it is answered. Nothing depends on the answer and nothing waits for it.
 */
export function ConsentQuestion({
  gameId,
  onAsked,
}: {
  gameId: string
  onAsked: (isAsked: boolean) => void
}) {
  const [state, setState] = useState<ConsentState | null>(null)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    let isHere = true
    const ask = ([pause, ...others]: readonly number[]) => {
      if (pause === undefined) return
      timer = setTimeout(async () => {
        const answer = await fetchConsent(gameId)
        if (!isHere) return
        if (!answer.ok || (answer.data.isCollecting && answer.data.example === null)) ask(others)
        else setState(answer.data)
      }, pause)
    }
    ask(backoffMs)
    return () => {
      isHere = false
      clearTimeout(timer)
    }
  }, [gameId])
  const isAsked = state?.isCollecting === true && state.example !== null && state.hasConsented === null
  useEffect(() => onAsked(isAsked), [isAsked, onAsked])
  if (!isAsked || state.example === null) return null
  return <Question ink={state.example} kept={state.kept} />
}

function Question({ ink, kept: earlier }: { ink: string; kept: number }) {
  const t = useTranslations('room.consent')
  const refusalText = useRefusal()
  const show = useToast()
  const [isSaving, setSaving] = useState(false)
  const [answer, setAnswer] = useState<boolean | null>(null)
  const [kept, setKept] = useState(earlier)
  const [isDeciding, setDeciding] = useState(false)
  const answered = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (answer !== null && !isDeciding) answered.current?.focus()
  }, [answer, isDeciding])

  async function save(hasConsented: boolean) {
    setSaving(true)
    const saved = await postConsent({ hasConsented, version: consentVersion })
    setSaving(false)
    if (!saved.ok) return show(refusalText(saved.refusal), 'bad')
    setAnswer(hasConsented)
    setKept(saved.data.kept)
    // [C4] A no offers to delete what is kept from before anybody asked.
    setDeciding(!hasConsented && saved.data.kept > 0)
  }

  function decide(left: number) {
    setKept(left)
    setDeciding(false)
  }

  if (answer !== null)
    return (
      <Panel className={layout}>
        <p ref={answered} tabIndex={-1} className="font-display font-semibold text-lg outline-none">
          {answer ? t('saidYes') : kept > 0 ? t('saidNoKept', { count: kept }) : t('saidNo')}
        </p>
        <Link href="/profile" className="inline-flex min-h-11 items-center underline">
          {t('change')}
        </Link>
        <DeleteLent count={isDeciding ? kept : 0} onDecided={decide} />
      </Panel>
    )
  return (
    <Panel aria-labelledby="consent" className={layout}>
      <h2 id="consent" className="text-2xl">
        {t('title')}
      </h2>
      <div className="mt-4 grid gap-x-6 gap-y-4 sm:grid-cols-[auto_1fr]">
        <Pictures ink={ink} />
        <dl className="grid gap-2 text-base leading-snug">
          {facts.map((fact) => (
            <div key={fact}>
              <dt className="font-semibold">{t(`${fact}.title`)}</dt>
              <dd className="text-muted">{t(`${fact}.text`)}</dd>
            </div>
          ))}
        </dl>
      </div>
      {kept > 0 && <p className="mt-3 text-base leading-snug">{t('earlier', { count: kept })}</p>}
      <div className="mt-5 grid gap-2 min-[26rem]:grid-cols-2">
        <Button size="small" disabled={isSaving} onClick={() => save(true)}>
          {t('yes')}
        </Button>
        <Button size="small" disabled={isSaving} onClick={() => save(false)}>
          {t('no')}
        </Button>
      </div>
    </Panel>
  )
}

/** What would be kept of one drawing: its lines, and what the network is given. */
function Pictures({ ink }: { ink: string }) {
  const t = useTranslations('room.consent')
  const raster = useMemo(() => rasterise(strokesOf(decodeInk(ink))), [ink])
  return (
    <div className="flex gap-4 sm:grid sm:content-start">
      <figure className="w-24">
        <InkPicture
          inkText={ink}
          label={t('lines')}
          className="squared aspect-square w-full rounded-xl border border-line bg-card"
        />
        <figcaption className="mt-1 text-base text-muted leading-tight">{t('lines')}</figcaption>
      </figure>
      <figure className="w-24">
        <RasterPicture raster={raster} label={t('raster')} className="w-full rounded-xl" />
        <figcaption className="mt-1 text-base text-muted leading-tight">{t('raster')}</figcaption>
      </figure>
    </div>
  )
}
