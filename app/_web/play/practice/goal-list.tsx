'use client'

import { Check, Circle, Swords } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { thoughtOf } from '../../ink/thought/thought'
import { Button } from '../../kit/button'
import { Link } from '../../kit/link'
import { noGoals, reachedGoals, reachGoals } from './goals'
import type { Practice } from './practice-store'

/** Small things to try, and where to go from there. */
export function GoalList({ practice }: { practice: Practice }) {
  const t = useTranslations('practice.goals')
  const [goals, setGoals] = useState(noGoals)
  useEffect(
    () =>
      practice.store.subscribe(({ guess, seen }, before) => {
        if (!guess || seen.isPenDown || (guess === before.guess && seen === before.seen)) return
        const thought = thoughtOf(guess)
        if (thought.kind === 'digit' && thought.isSure)
          setGoals((known) => reachGoals(known, thought.digit, seen.strokes))
      }),
    [practice],
  )
  const reached = reachedGoals(goals)
  const rows = [
    { name: t('digits', { count: goals.digits.length }), isReached: reached.digits },
    { name: t('quickSeven'), isReached: reached.quickSeven },
    { name: t('oneStroke'), isReached: reached.oneStroke },
  ]
  const isDone = rows.every(({ isReached }) => isReached)
  return (
    <section aria-labelledby="goals" className="grid gap-2">
      <h2 id="goals" className="text-xl">
        {t('title')}
      </h2>
      <ul className="grid gap-1">
        {rows.map(({ name, isReached }) => (
          <li key={name} className="flex min-h-8 items-center gap-2" data-reached={isReached}>
            {isReached ? (
              <Check role="img" aria-label={t('done')} className="size-5 shrink-0 text-good" />
            ) : (
              <Circle aria-hidden="true" className="size-5 shrink-0 text-edge" />
            )}
            {name}
          </li>
        ))}
      </ul>
      <p role="status" className="min-h-6 font-semibold text-good">
        {isDone && t('allDone')}
      </p>
      <Button
        asChild
        kind={isDone ? 'primary' : 'solid'}
        size={isDone ? 'large' : 'small'}
        className="@max-3xs:px-2! @max-3xs:[&_svg]:hidden"
      >
        <Link href="/room/quick">
          <Swords aria-hidden="true" />
          {t('race')}
        </Link>
      </Button>
    </section>
  )
}
