'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useEffectEvent, useMemo, useState } from 'react'
import { strokesOf } from '#game/drawing/ink'
import { decodeInk } from '#game/drawing/ink-codec'
import { rasterise } from '#game/drawing/rasterise'
import { digits, notADigit } from '#game/protocol/constants'
import { InkPicture } from '../../ink/ink-picture'
import { RasterPicture } from '../../ink/raster-picture'
import { Answers } from '../../kit/answers'
import { Button } from '../../kit/button'
import { EmptyState } from '../../kit/empty-state'
import { useToast } from '../../kit/toast'
import { review, takeBack } from '../actions'
import { readKey } from './verdict-key'

export type SampleToReview = {
  readonly id: string
  readonly prompt: number
  readonly thousandths: readonly number[]
  readonly ink: string
}

/** One sample after the other, each a single key; the next one is there before the last is saved. */
export function ReviewDesk({ samples }: { samples: readonly SampleToReview[] }) {
  const t = useTranslations('admin.review')
  const common = useTranslations('common')
  const router = useRouter()
  const toast = useToast()
  const [index, setIndex] = useState(0)
  /** Of those before `index`, in order: the review each got, once it is saved. */
  const [saved, setSaved] = useState<readonly Promise<string | null>[]>([])
  const sample = samples[index]
  const nameOf = (label: number) => (label === notADigit ? common('notADigit') : label)

  function give(verdict: number) {
    if (!sample) return
    const id = review(sample.id, verdict).catch(() => null)
    setSaved((before) => [...before, id])
    setIndex(index + 1)
    id.then((known) =>
      known ? toast(t('saved', { label: nameOf(verdict) }), 'good') : toast(t('failed'), 'bad'),
    )
  }

  async function undo() {
    const last = saved.at(-1)
    if (!last) return
    setSaved(saved.slice(0, -1))
    setIndex(index - 1)
    const id = await last
    if (id) await takeBack(id).catch(() => toast(t('failed'), 'bad'))
  }

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === ' ' && event.target instanceof HTMLButtonElement) return
    const meaning = sample ? readKey(event.key, sample.prompt) : event.key === 'z' ? 'undo' : null
    if (!meaning) return
    event.preventDefault()
    // A key that is held down speaks for one drawing, not for those that come after it.
    if (event.repeat) return
    if (meaning === 'undo') undo()
    else give(meaning.verdict)
  })
  useEffect(() => {
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])

  if (!sample) {
    return (
      <EmptyState
        title={t('done.title')}
        action={
          <>
            <Button
              kind="primary"
              onClick={() => {
                setIndex(0)
                setSaved([])
                router.refresh()
              }}
            >
              {t('done.more')}
            </Button>
            {saved.length > 0 && <Button onClick={undo}>{t('undo')}</Button>}
          </>
        }
      >
        {t('done.text')}
      </EmptyState>
    )
  }
  return (
    <div className="grid grid-cols-1 gap-6 lg:grid-cols-2">
      <InkPicture
        inkText={sample.ink}
        label={t('drawing', { prompt: sample.prompt })}
        className="squared w-full rounded-sheet border-2 border-ink bg-card"
      />
      <div className="grid grid-cols-1 content-start gap-5">
        <div className="flex items-end gap-4">
          <p className="figures font-extrabold text-8xl leading-none">
            <span className="block font-normal font-text text-base text-muted">{t('asked')}</span>
            {sample.prompt}
          </p>
          <SampleRaster ink={sample.ink} />
          <p className="ms-auto text-base text-muted">{t('left', { count: samples.length - index })}</p>
        </div>
        <Answers thousandths={sample.thousandths} prompt={sample.prompt} />
        <div className="grid grid-cols-5 gap-2">
          {digits.map(String).map((digit) => (
            <Button key={digit} onClick={() => give(Number(digit))} className="figures">
              {digit}
            </Button>
          ))}
        </div>
        <div className="flex flex-wrap gap-2">
          <Button kind="primary" onClick={() => give(sample.prompt)}>
            {t('accept', { prompt: sample.prompt })}
          </Button>
          <Button onClick={() => give(notADigit)}>{t('none')}</Button>
          <Button kind="quiet" onClick={undo} disabled={saved.length === 0}>
            {t('undo')}
          </Button>
        </div>
        <p className="text-base text-muted">{t('hint')}</p>
      </div>
    </div>
  )
}

function SampleRaster({ ink }: { ink: string }) {
  const t = useTranslations('admin.samples')
  const raster = useMemo(() => rasterise(strokesOf(decodeInk(ink))), [ink])
  return <RasterPicture raster={raster} label={t('raster')} className="w-24 rounded-xl" />
}
