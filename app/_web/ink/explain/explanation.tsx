'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useMemo, useState } from 'react'
import type { Stroke } from '#game/drawing/ink'
import { rasterise } from '#game/drawing/rasterise'
import type { FlippingStroke } from '#models/explain'
import type { Judge } from '#models/judge'
import { Switch } from '../../kit/switch'
import { NoWasmError } from '../judge/load-judge'
import { RasterPicture } from '../raster-picture'
import { SaliencyPicture } from './saliency-picture'

/** Debounce: an explanation takes about a hundred judgements, so the drawing has to rest first. */
const restMs = 120

type ExplanationProps = {
  strokes: readonly Stroke[]
  /** Called only when somebody wants to know; fetches the network where it is not there yet. */
  loadJudge: () => Promise<Judge>
}

type Reasons = { readonly saliency: Float32Array; readonly flip: FlippingStroke | null }

/** The 28x28 picture that the network gets; on request which of its pixels decided, and which stroke changed its mind. */
export function Explanation({ strokes, loadJudge }: ExplanationProps) {
  const t = useTranslations('explain')
  const common = useTranslations('common')
  const raster = useMemo(() => rasterise(strokes), [strokes])
  const [isExplaining, setExplaining] = useState(false)
  const [reasons, setReasons] = useState<Reasons | 'failed' | 'unsupported' | null>(null)

  useEffect(() => {
    setReasons(null)
    if (!isExplaining || !raster) return
    let isHere = true
    const timer = setTimeout(async () => {
      try {
        const [judge, { explain }] = await Promise.all([loadJudge(), import('#models/explain')])
        if (isHere) setReasons(explain(strokes, raster, judge))
      } catch (error) {
        if (isHere) setReasons(error instanceof NoWasmError ? 'unsupported' : 'failed')
      }
    }, restMs)
    return () => {
      isHere = false
      clearTimeout(timer)
    }
  }, [isExplaining, strokes, raster, loadJudge])

  return (
    <div className="@container grid grid-cols-1 gap-4">
      <div className="grid grid-cols-1 items-start gap-4 @3xs:grid-cols-[min(7rem,40%)_minmax(0,1fr)]">
        <div className="relative max-w-28 overflow-hidden rounded-xl">
          <RasterPicture raster={raster} label={t('raster')} className="w-full" />
          {isKnown(reasons) && (
            <SaliencyPicture saliency={reasons.saliency} className="absolute inset-0 size-full" />
          )}
        </div>
        <div>
          <h2 className="font-display font-semibold text-lg tracking-normal">{t('raster')}</h2>
          <p className="text-base text-muted">{t('rasterHint')}</p>
        </div>
      </div>
      <div>
        <Switch
          label={t('saliency')}
          hint={t('saliencyHint')}
          checked={isExplaining}
          onCheckedChange={setExplaining}
        />
        <p aria-live="polite" className="min-h-7 text-base">
          {isExplaining && raster && reasons === null && (
            <span className="appear-late">{common('loading')}</span>
          )}
          {reasons === 'failed' && <span className="text-bad">{t('failed')}</span>}
          {reasons === 'unsupported' && <span className="text-bad">{common('noWasm')}</span>}
          {isKnown(reasons) && reasons.flip && <FlipSentence flip={reasons.flip} />}
        </p>
      </div>
    </div>
  )
}

function isKnown(reasons: Reasons | string | null): reasons is Reasons {
  return typeof reasons === 'object' && reasons !== null
}

function FlipSentence({ flip: { strokeIndex, from, to } }: { flip: FlippingStroke }) {
  const t = useTranslations('explain')
  const nameOf = (answer: number) => (answer === 10 ? t('noDigit') : String(answer))
  return t('flip', { stroke: strokeIndex + 1, from: nameOf(from), to: nameOf(to) })
}
