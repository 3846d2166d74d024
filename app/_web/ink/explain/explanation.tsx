'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useMemo, useState } from 'react'
import type { Stroke } from '#game/drawing/ink'
import { rasterise } from '#game/drawing/rasterise'
import type { Flip } from '#models/explain'
import type { Judge } from '#models/judge'
import { Switch } from '../../kit/switch'
import { NoWasmError } from '../judge/load-judge'
import { RasterPicture } from '../raster-picture'
import { SaliencyPicture } from './saliency-picture'

/** How long a drawing stays as it is before it is worth explaining, for that takes a hundred looks. */
const restMs = 120

type ExplanationProps = {
  strokes: readonly Stroke[]
  /** Called only when somebody wants to know; fetches the network where it is not there yet. */
  loadJudge: () => Promise<Judge>
}

type Reasons = { readonly say: Float32Array; readonly flip: Flip | null }

/** The 28x28 picture that the network gets; on wish which of its pixels decided, and which stroke changed its mind. */
export function Explanation({ strokes, loadJudge }: ExplanationProps) {
  const words = useTranslations('explain')
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
    <div className="grid grid-cols-[7rem_1fr] items-start gap-4">
      <div className="relative overflow-hidden rounded-xl">
        <RasterPicture raster={raster} label={words('raster')} className="w-full" />
        {isKnown(reasons) && <SaliencyPicture say={reasons.say} className="absolute inset-0 size-full" />}
      </div>
      <div>
        <h2 className="font-display font-semibold text-lg tracking-normal">{words('raster')}</h2>
        <p className="text-base text-muted">{words('rasterHint')}</p>
      </div>
      <div className="col-span-2">
        <Switch
          label={words('saliency')}
          hint={words('saliencyHint')}
          checked={isExplaining}
          onCheckedChange={setExplaining}
        />
        <p aria-live="polite" className="min-h-7 text-base">
          {isExplaining && raster && reasons === null && (
            <span className="appear-late">{common('loading')}</span>
          )}
          {reasons === 'failed' && <span className="text-bad">{words('failed')}</span>}
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

function FlipSentence({ flip: { strokeIndex, from, to } }: { flip: Flip }) {
  const words = useTranslations('explain')
  const nameOf = (answer: number) => (answer === 10 ? words('noDigit') : String(answer))
  return words('flip', { stroke: strokeIndex + 1, from: nameOf(from), to: nameOf(to) })
}
