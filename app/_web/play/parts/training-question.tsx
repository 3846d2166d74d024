'use client'

import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import { strokesOf } from '#game/drawing/ink'
import { decodeInk } from '#game/drawing/ink-codec'
import { rasterise } from '#game/drawing/rasterise'
import { consentVersion } from '#game/protocol/consent'
import { InkPicture } from '../../ink/ink-picture'
import { RasterPicture } from '../../ink/raster-picture'
import { postConsent } from '../../kit/player/player-api'
import { DeleteLent } from '../../people/delete-lent'
import { Question } from './question'

const facts = ['what', 'who', 'back', 'when'] as const

/** What a player could lend: one drawing of the game as ink, and how many are kept of theirs from before. */
export type Lendable = { readonly example: string; readonly kept: number }

/** [C3] May this player's drawings train the network? Asked with a drawing of theirs that could be kept. */
export function TrainingQuestion({ example, kept: earlier }: Lendable) {
  const t = useTranslations('room.consent')
  const [kept, setKept] = useState(earlier)
  const [isDeciding, setDeciding] = useState(false)

  async function save(hasConsented: boolean) {
    const saved = await postConsent({ hasConsented, version: consentVersion })
    if (!saved.ok) return saved
    setKept(saved.data.kept)
    // [C4] A no offers to delete what is kept from before anybody asked.
    setDeciding(!hasConsented && saved.data.kept > 0)
    return saved
  }

  function decide(left: number) {
    setKept(left)
    setDeciding(false)
  }

  return (
    <Question
      id="consent"
      title={t('title')}
      yes={t('yes')}
      no={t('no')}
      save={save}
      said={(isYes) => (isYes ? t('saidYes') : kept > 0 ? t('saidNoKept', { count: kept }) : t('saidNo'))}
      next={isDeciding ? <DeleteLent count={kept} onDecided={decide} /> : null}
    >
      <div className="mt-4 grid grid-cols-1 gap-x-6 gap-y-4 sm:grid-cols-[auto_minmax(0,1fr)]">
        <Pictures ink={example} />
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
    </Question>
  )
}

/** What would be kept of one drawing: its lines, and what the network is given. */
function Pictures({ ink }: { ink: string }) {
  const t = useTranslations('room.consent')
  const raster = useMemo(() => rasterise(strokesOf(decodeInk(ink))), [ink])
  return (
    <div className="flex gap-4 sm:grid sm:content-start">
      <figure className="w-24 min-w-0">
        <InkPicture
          inkText={ink}
          label={t('lines')}
          className="squared aspect-square w-full rounded-xl border border-line bg-card"
        />
        <figcaption className="mt-1 text-[length:min(1rem,4.4vw)] text-muted leading-tight">
          {t('lines')}
        </figcaption>
      </figure>
      <figure className="w-24 min-w-0">
        <RasterPicture raster={raster} label={t('raster')} className="w-full rounded-xl" />
        <figcaption className="mt-1 text-[length:min(1rem,4.4vw)] text-muted leading-tight">
          {t('raster')}
        </figcaption>
      </figure>
    </div>
  )
}
