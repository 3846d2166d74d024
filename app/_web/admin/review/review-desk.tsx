'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useEffect, useEffectEvent, useMemo, useState } from 'react'
import { strokesOf } from '#game/drawing/ink'
import { decodeInk } from '#game/drawing/ink-codec'
import { rasterise } from '#game/drawing/rasterise'
import { digits, notADigit } from '#game/protocol/constants'
import type { SampleToReview } from '#server/store/samples/save-review'
import { suggestLabel, votedLabels } from '#server/store/samples/suggest-label'
import { InkPicture } from '../../ink/ink-picture'
import { RasterPicture } from '../../ink/raster-picture'
import { Answers } from '../../kit/answers'
import { Button } from '../../kit/button'
import { EmptyState } from '../../kit/panel'
import { useToast } from '../../kit/toast'
import { review, takeBack, takeBackLast } from '../actions'
import { readKey } from './verdict-key'

type ReviewDeskProps = {
  samples: readonly SampleToReview[]
  /** How many wait for a verdict in all. */
  waiting: number
}

/**
 * One sample after the other, each a single key; the next one is there before the last is saved. Verdicts that were given before
 * the page was loaded can be taken back as well, the last one first.
 */
export function ReviewDesk({ samples, waiting }: ReviewDeskProps) {
  const t = useTranslations('admin.review')
  const common = useTranslations('common')
  const toast = useToast()
  const [index, setIndex] = useState(0)
  /** Of those before `index`, in order: the review each got, once it is saved. */
  const [saved, setSaved] = useState<readonly Promise<string | null>[]>([])
  /** Samples whose verdict from before this page was taken back, each with its place among the others. */
  const [queue, setQueue] = useState(samples)
  const [left, setLeft] = useState(waiting)
  const sample = queue[index]
  const likeliest = sample ? suggestLabel(sample) : notADigit
  const nameOf = (label: number) => (label === notADigit ? common('notADigit') : label)

  function give(verdict: number) {
    if (!sample) return
    const id = review(sample.id, verdict).catch(() => null)
    setSaved((before) => [...before, id])
    setIndex(index + 1)
    setLeft(left - 1)
    id.then((known) =>
      known ? toast(t('saved', { label: nameOf(verdict) }), 'good') : toast(t('failed'), 'bad'),
    )
  }

  async function undo() {
    const last = saved.at(-1)
    if (!last) return undoEarlier()
    setSaved(saved.slice(0, -1))
    setIndex(index - 1)
    setLeft(left + 1)
    const id = await last
    if (id) await takeBack(id).catch(() => toast(t('failed'), 'bad'))
  }

  async function undoEarlier() {
    const earlier = await takeBackLast().catch(() => undefined)
    if (!earlier) return toast(t(earlier === null ? 'nothingToUndo' : 'failed'), 'bad')
    if ('stack' in earlier) return toast(t('stack.takenBack', { count: earlier.stack }), 'good')
    setQueue((before) => before.toSpliced(index, 0, earlier.sample))
    setLeft((before) => before + 1)
  }

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === ' ' && event.target instanceof HTMLButtonElement) return
    const meaning = sample ? readKey(event.key, likeliest) : event.key === 'z' ? 'undo' : null
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
        title={left > 0 ? t('left', { count: left }) : t('done.title')}
        action={
          <>
            <Button
              kind="primary"
              onClick={() => {
                location.reload()
              }}
            >
              {t('done.more')}
            </Button>
            <Button onClick={undo}>{t('undo')}</Button>
          </>
        }
      >
        {left > 0 ? null : t('done.text')}
      </EmptyState>
    )
  }
  return (
    <div className="grid grid-cols-1 gap-6 md:grid-cols-2">
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
          <p className="ms-auto text-base text-muted">{t('left', { count: left })}</p>
        </div>
        <Reasons sample={sample} nameOf={nameOf} />
        <Answers thousandths={sample.thousandths} prompt={sample.prompt} />
        <div className="grid grid-cols-5 gap-2">
          {digits.map(String).map((digit) => (
            <Button key={digit} onClick={() => give(Number(digit))} className="figures">
              {digit}
            </Button>
          ))}
        </div>
        <div className="flex flex-wrap gap-2">
          <Button kind="primary" onClick={() => give(likeliest)}>
            {likeliest === notADigit ? t('none') : t('accept', { prompt: likeliest })}
          </Button>
          {likeliest !== notADigit && <Button onClick={() => give(notADigit)}>{t('none')}</Button>}
          <Button kind="quiet" onClick={undo}>
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

/** Why it is kept; and what people read in it, where they voted. */
function Reasons({ sample, nameOf }: { sample: SampleToReview; nameOf: (label: number) => string | number }) {
  const t = useTranslations('admin.review')
  const samples = useTranslations('admin.samples')
  const format = useFormatter()
  const voted = votedLabels(sample.votes).map(({ label, count }) =>
    t('votes', { label: String(nameOf(label)), count }),
  )
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-3 text-base">
      <dt className="text-muted">{t('why')}</dt>
      <dd>{format.list(sample.reasons.map((reason) => samples(`reasons.${reason}`)))}</dd>
      {voted.length > 0 && (
        <>
          <dt className="text-muted">{t('people')}</dt>
          <dd className="figures">{format.list(voted)}</dd>
        </>
      )}
    </dl>
  )
}
