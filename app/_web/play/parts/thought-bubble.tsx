'use client'

import { useTranslations } from 'next-intl'
import { thoughtOf } from '../../ink/thought/thought'
import { FittedText } from '../../kit/fit/fitted-text'
import { unlikeOf } from '../room-client/unlike-of'
import { useRoom } from '../room-client/use-room'

/** What the judge takes a drawing for, in words; renders only when it changes its mind. */
export function ThoughtBubble({ canvas, isRightBad = false }: { canvas: number; isRightBad?: boolean }) {
  const t = useTranslations('room.drawing')
  const oddities = useTranslations('practice.oddities')
  const thought = useRoom(({ canvases }) => {
    const guess = canvases[canvas]?.guess
    if (!guess) return null
    const seen = thoughtOf(guess)
    return seen.kind === 'digit' ? seen.digit : (`oddity ${seen.oddity}` as const)
  })
  const answers = useTranslations('common.answers')
  const isSure = useRoom(({ canvases }) => {
    const guess = canvases[canvas]?.guess
    return !guess || thoughtOf(guess).isSure
  })
  const isRight = useRoom(({ canvases }) => thought !== null && canvases[canvas]?.prompt === thought)
  const unlike = useRoom((state) => unlikeOf(state, canvas))
  const seen =
    thought === null
      ? t('seesNothing')
      : unlike !== null
        ? t('seesUnlike', { digit: String(unlike) })
        : typeof thought === 'number'
          ? t('seesDigit', { digit: String(thought) })
          : oddities(oddityOf(thought))
  return (
    <p
      aria-hidden="true"
      className="flex min-w-0 flex-1 basis-[min(11rem,50%)] flex-wrap items-center gap-x-2 leading-none"
    >
      <span className="shrink-0 text-base text-muted">{t('sees')}</span>
      <span
        key={unlike === null ? thought : `unlike ${unlike}`}
        data-right={isRight && isSure && unlike === null}
        data-sure={isSure}
        data-bad={isRightBad}
        className="flex h-7 min-w-0 flex-1 basis-[min(6rem,30%)] animate-[pop_0.22s_var(--ease-pen)] items-center font-bold font-display text-xl data-[sure=false]:text-muted data-[right=true]:data-[bad=false]:text-good data-[right=true]:data-[bad=true]:text-bad"
      >
        <FittedText text={isSure ? seen : answers('unsure', { guess: seen })} />
      </span>
    </p>
  )
}

type Oddities = Parameters<ReturnType<typeof useTranslations<'practice.oddities'>>>[0]

function oddityOf(thought: `oddity ${number}`): Oddities {
  return thought.slice('oddity '.length) as Oddities
}
