'use client'

import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useEffectEvent, useState } from 'react'
import type { ReviewStack } from '#server/store/samples/review-stack'
import { InkPicture } from '../../ink/ink-picture'
import { Button } from '../../kit/button'
import { classes } from '../../kit/classes'
import { EmptyState } from '../../kit/panel'
import { Spinner } from '../../kit/spinner'
import { useToast } from '../../kit/toast'
import type { FilterParams } from '../samples/query'
import { acceptOfStack, countAll, nextStack, takeBackOfStack } from './actions'
import { takeLastLease, useLeaseHandover } from './lease-handover'
import { useReviewCounts } from './review-counts'
import { latinKey } from './verdict-key'

/** Names the line that says what became of the last stack. */
const stackLine = 'stack'

/**
 * [F9] Drawings that should all be one digit, together: whoever looks taps those that are not, and accepts the others with one button or key.
 * Stacks that were accepted on this page can be taken back, the last one first.
 */
export function StackDesk({ params }: { params: FilterParams }) {
  const t = useTranslations('admin.review')
  const toast = useToast()
  /** Undefined until the first is there. */
  const [stack, setStack] = useState<ReviewStack | null>()
  const [doubted, setDoubted] = useState<ReadonlySet<string>>(new Set())
  const [done, setDone] = useState<readonly ReviewStack[]>([])
  const [isBusy, setIsBusy] = useState(false)

  const [hasFailed, setHasFailed] = useState(false)
  useLeaseHandover(stack?.id)

  const show = useCallback((next: ReviewStack | null) => {
    setStack(next)
    setDoubted(new Set())
    setHasFailed(false)
  }, [])
  const load = useCallback(
    (released?: string) => nextStack(params, released).then(show, () => setHasFailed(true)),
    [params, show],
  )
  useEffect(() => {
    load(takeLastLease())
  }, [load])

  const { setCounts } = useReviewCounts()
  const recount = async () => {
    const counts = await countAll(params)
    setCounts(() => counts)
  }

  function toggle(id: string): void {
    setDoubted((before) => {
      const after = new Set(before)
      if (!after.delete(id)) after.add(id)
      return after
    })
  }

  /** One thing at a time: a key that is pressed twice accepts one stack. */
  async function busily(work: () => Promise<void>): Promise<void> {
    if (isBusy) return
    setIsBusy(true)
    await work().catch(() => toast(t('failed'), 'bad'))
    setIsBusy(false)
  }

  const accept = () =>
    busily(async () => {
      if (!stack) return
      const [out, left] = [true, false].map((isOut) =>
        stack.samples.map(({ id }) => id).filter((id) => doubted.has(id) === isOut),
      )
      const wanted = left ?? []
      const accepted = await acceptOfStack({ id: stack.id, digit: stack.digit }, wanted, out ?? [])
      toast(t('stack.accepted', { count: accepted, digit: stack.digit }), 'good', stackLine)
      if (accepted < wanted.length) toast(t('stack.passedOver', { count: wanted.length - accepted }), 'bad')
      setDone((before) => [...before, stack])
      await load()
      await recount()
    })

  const undo = () =>
    busily(async () => {
      const last = done.at(-1)
      if (!last) return toast(t('nothingToUndo'), 'bad')
      const count = await takeBackOfStack(last.id)
      toast(t('stack.takenBack', { count }), 'good', stackLine)
      setDone((before) => before.slice(0, -1))
      show(last)
      await recount()
    })

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return
    const act = { a: accept, z: undo }[latinKey(event)]
    if (!act) return
    event.preventDefault()
    act()
  })
  useEffect(() => {
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])

  const undoButton = (
    <Button kind="quiet" onClick={undo} disabled={isBusy}>
      {t('undo')}
    </Button>
  )
  if (hasFailed)
    return (
      <EmptyState
        title={t('away')}
        action={
          <>
            <Button kind="primary" onClick={() => load()}>
              {t('done.more')}
            </Button>
            {done.length > 0 && undoButton}
          </>
        }
      />
    )
  if (stack === undefined) return <Spinner />
  if (!stack)
    return (
      <EmptyState title={t('stack.none.title')} action={done.length > 0 && undoButton}>
        {t('stack.none.text')}
      </EmptyState>
    )
  const left = stack.samples.length - doubted.size
  return (
    <div className="grid grid-cols-1 gap-4">
      <h2 className="text-3xl">{t('stack.question', { digit: stack.digit })}</h2>
      <ul className="grid grid-cols-4 gap-2 sm:grid-cols-6 lg:grid-cols-8">
        {stack.samples.map(({ id, ink }, index) => (
          <li key={id}>
            <button
              type="button"
              aria-pressed={doubted.has(id)}
              aria-label={t('stack.takeOut', { number: index + 1, digit: stack.digit })}
              onClick={() => toggle(id)}
              className={classes(
                'relative block w-full rounded-xl border-2 bg-card',
                doubted.has(id) ? 'border-bad' : 'border-edge hover:border-ink',
              )}
            >
              <InkPicture
                inkText={ink}
                label={t('drawing', { prompt: stack.digit })}
                className={classes('w-full', doubted.has(id) && 'opacity-30')}
              />
              {doubted.has(id) && (
                <span
                  aria-hidden="true"
                  className="absolute inset-0 grid place-items-center text-4xl text-bad"
                >
                  {'✕'}
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap items-center gap-2">
        <Button kind="primary" onClick={accept} disabled={isBusy}>
          {t('stack.accept', { count: left, digit: stack.digit })}
        </Button>
        {undoButton}
      </div>
      <p className="text-base text-muted">{t('stack.hint')}</p>
    </div>
  )
}
