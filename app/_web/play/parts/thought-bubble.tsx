'use client'

import { useTranslations } from 'next-intl'
import { thoughtOf } from '../../ink/thought/thought'
import { useRoom } from '../room-client/use-room'

/** What the judge takes a drawing for, in words; renders only when it changes its mind. */
export function ThoughtBubble({ canvas }: { canvas: number }) {
  const words = useTranslations('room.drawing')
  const oddities = useTranslations('practice.oddities')
  const thought = useRoom(({ canvases }) => {
    const guess = canvases[canvas]?.guess
    if (!guess) return null
    const seen = thoughtOf(guess)
    return seen.kind === 'digit' ? seen.digit : (`oddity ${seen.oddity}` as const)
  })
  const isRight = useRoom(({ canvases }) => thought !== null && canvases[canvas]?.prompt === thought)
  return (
    <p aria-hidden="true" className="flex min-w-0 items-baseline gap-2 leading-none">
      <span className="shrink-0 text-base text-muted">{words('sees')}</span>
      <span
        key={thought}
        data-right={isRight}
        className="animate-[pop_0.22s_var(--ease-pen)_both] truncate font-bold font-display text-xl data-[right=true]:text-good"
      >
        {thought === null && words('seesNothing')}
        {typeof thought === 'number' && words('seesDigit', { digit: String(thought) })}
        {typeof thought === 'string' && oddities(oddityOf(thought))}
      </span>
    </p>
  )
}

type Oddities = Parameters<ReturnType<typeof useTranslations<'practice.oddities'>>>[0]

function oddityOf(thought: `oddity ${number}`): Oddities {
  return thought.slice('oddity '.length) as Oddities
}
