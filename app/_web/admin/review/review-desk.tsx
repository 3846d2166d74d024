'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useEffectEvent } from 'react'
import { digits, notADigit } from '#game/protocol/constants'
import { suggestLabel } from '#server/store/samples/suggest-label'
import { Answers } from '../../kit/answers'
import { Button } from '../../kit/button'
import { Link } from '../../kit/link'
import { EmptyState } from '../../kit/panel'
import { Spinner } from '../../kit/spinner'
import { useToast } from '../../kit/toast'
import type { FilterParams } from '../samples/query'
import type { ReviewKind } from './actions'
import { GuessCurves } from './guess-curves'
import { DrawnAgain, SampleRaster } from './sample-pictures'
import { useReviewQueue } from './use-review-queue'
import { readKey } from './verdict-key'
import { WhyKept } from './why-kept'

/** A filter has to be the same object as long as it is the same filter. */
type ReviewDeskProps = { kind: ReviewKind; params: FilterParams }

/** Names the line that says what became of the last verdict: "saved" gives way to "taken back". */
const verdictLine = 'verdict'

/**
 * One sample after the other, each a single key; the next one is there before the last is saved. Verdicts that were given before
 * the page was loaded can be taken back as well, the last one first.
 */
export function ReviewDesk({ kind, params }: ReviewDeskProps) {
  const t = useTranslations('admin.review')
  const common = useTranslations('common')
  const toast = useToast()
  const { sample, left, state, load, give, undo } = useReviewQueue(kind, params)
  const likeliest = sample ? suggestLabel(sample) : notADigit
  const nameOf = (label: number) => (label === notADigit ? common('notADigit') : label)

  async function say(verdict: number) {
    const result = await give(verdict)
    if (result?.is === 'saved') return toast(t('saved', { label: nameOf(verdict) }), 'good', verdictLine)
    const texts = { 'lease-lost': 'leaseLost', gone: 'gone' } as const
    toast(t(result ? texts[result.is] : 'again'), 'bad')
  }

  async function unsay() {
    const undone = await undo().catch(() => 'failed' as const)
    if (undone === 'here') return toast(t('takenBack'), 'good', verdictLine)
    if (typeof undone === 'object')
      return toast(t('stack.takenBack', { count: undone.stack }), 'good', verdictLine)
    const texts = { elsewhere: 'takenElsewhere', nothing: 'nothingToUndo', failed: 'failed' } as const
    toast(t(texts[undone]), undone === 'elsewhere' ? 'good' : 'bad')
  }

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === ' ' && event.target instanceof HTMLButtonElement) return
    const meaning = readKey(event, likeliest)
    if (!meaning || (!sample && meaning !== 'undo')) return
    event.preventDefault()
    // A key that is held down speaks for one drawing, not for those that come after it.
    if (event.repeat) return
    if (meaning === 'undo') unsay()
    else say(meaning.verdict)
  })
  useEffect(() => {
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])

  if (!sample) {
    if (state === 'loading') return <Spinner />
    return (
      <EmptyState
        title={state === 'failed' ? t('away') : left ? t('left', { count: left }) : t(`${kind}.done`)}
        action={
          <>
            <Button kind="primary" onClick={load}>
              {t('done.more')}
            </Button>
            <Button onClick={unsay}>{t('undo')}</Button>
          </>
        }
      >
        {state === 'ready' && (left ? t('elsewhere') : t('done.text'))}
      </EmptyState>
    )
  }
  return (
    // On a phone what was asked for stands beside the drawing, so that drawing and keypad are seen together.
    <div className="grid grid-cols-[minmax(0,1fr)_6rem] gap-5 md:grid-cols-2 md:grid-rows-[auto_1fr]">
      <div className="grid grid-cols-1 content-start gap-3 md:row-span-2">
        <DrawnAgain key={sample.id} ink={sample.ink} label={t('drawing', { prompt: sample.prompt })} />
        <WhyKept sample={sample} nameOf={nameOf} />
      </div>
      <div className="flex flex-col gap-3 md:flex-row md:items-end md:gap-4">
        <p className="figures font-extrabold text-7xl leading-none">
          <span className="block font-normal font-text text-base text-muted">{t('asked')}</span>
          {sample.prompt}
        </p>
        <SampleRaster ink={sample.ink} />
        <p className="text-base text-muted md:ms-auto">{t('left', { count: left })}</p>
      </div>
      <div className="col-span-2 grid grid-cols-1 content-start gap-4 md:col-span-1">
        <div className="flex flex-wrap gap-2">
          <Button kind="primary" onClick={() => say(likeliest)}>
            {likeliest === notADigit ? t('none') : t('accept', { prompt: likeliest })}
          </Button>
          {likeliest !== notADigit && <Button onClick={() => say(notADigit)}>{t('none')}</Button>}
          <Button kind="quiet" onClick={unsay}>
            {t('undo')}
          </Button>
        </div>
        {/* A keypad goes from left to right in every language. */}
        <div className="grid grid-cols-5 gap-2" dir="ltr">
          {digits.map(String).map((digit) => (
            <Button key={digit} onClick={() => say(Number(digit))} className="figures">
              {digit}
            </Button>
          ))}
        </div>
        <p className="text-base text-muted">{t('hint')}</p>
        <Answers thousandths={sample.thousandths} prompt={sample.prompt} />
        <GuessCurves sample={sample} nameOf={nameOf} />
        <Link
          href={`/replay/${sample.gameId}`}
          className="inline-flex min-h-11 items-center text-base underline decoration-edge underline-offset-4"
        >
          {t('replay')}
        </Link>
      </div>
    </div>
  )
}
