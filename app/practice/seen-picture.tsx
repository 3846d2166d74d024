'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { Judge } from '#models/judge'
import { RasterPicture } from '../ui/raster-picture'
import { Switch } from '../ui/switch'
import type { Practice } from './practice-store'
import { SaliencyPicture } from './saliency-picture'

/** How long the pen rests before it is worth asking which pixels decided, for that takes a hundred looks. */
const restMs = 120

/** The 28x28 picture that the network gets, and on wish which of its pixels decided. */
export function SeenPicture({ practice, judge }: { practice: Practice; judge: Judge }) {
  const words = useTranslations('practice')
  const raster = useStore(practice.store, (state) => state.raster)
  const guess = useStore(practice.store, (state) => state.guess)
  const [isExplaining, setExplaining] = useState(false)
  const [say, setSay] = useState<Float32Array | null>(null)

  useEffect(() => {
    setSay(null)
    if (!isExplaining || !raster || !guess) return
    let isHere = true
    const answer = guess.thousandths.indexOf(Math.max(...guess.thousandths))
    const timer = setTimeout(async () => {
      const { explainAnswer } = await import('#models/explain')
      if (isHere) setSay(explainAnswer(raster, answer, judge))
    }, restMs)
    return () => {
      isHere = false
      clearTimeout(timer)
    }
  }, [isExplaining, raster, guess, judge])

  return (
    <div className="grid grid-cols-[7rem_1fr] items-start gap-4">
      <div className="relative overflow-hidden rounded-xl">
        <RasterPicture raster={raster} label={words('raster')} className="w-full" />
        {say && <SaliencyPicture say={say} className="absolute inset-0 size-full" />}
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
      </div>
    </div>
  )
}
