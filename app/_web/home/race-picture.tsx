import { useFormatter, useTranslations } from 'next-intl'
import type { CSSProperties } from 'react'
import { HandwrittenDigit } from '../ink/logo/handwritten-digit'
import { inkColour } from '../ink/palette'
import { classes } from '../kit/classes'

type RacerProps = {
  name: string
  digit: number
  /** In percent, as the meter ends. */
  confidence: number
  /** Points, where it locked. */
  points?: string
  delay: number
  time: number
  /** Index into the palette. */
  colour: number
  height: string
  className?: string
}

function Racer({ name, digit, confidence, points, delay, time, colour, height, className }: RacerProps) {
  const format = useFormatter()
  const timing = { '--meter-delay': `${delay}s`, '--meter-time': `${time + 0.4}s` } as CSSProperties
  return (
    <div
      className={classes('rounded-sheet border border-line bg-card p-3 shadow-sheet', className)}
      style={timing}
    >
      <div
        className={classes('squared relative overflow-hidden rounded-xl border border-line', height)}
        style={{ color: inkColour(colour) }}
      >
        <HandwrittenDigit digit={digit} delay={delay} time={time} className="mx-auto h-full w-auto" />
        {points && (
          <span className="absolute end-3 top-3 rotate-6 animate-stamp rounded-lg border-3 border-good px-2 font-display font-extrabold text-good text-xl uppercase">
            {points}
          </span>
        )}
      </div>
      <p className="mt-2 truncate font-display font-semibold leading-tight">{name}</p>
      <p dir="ltr" className="flex items-center gap-2">
        <span className="relative h-3 flex-1 overflow-hidden rounded-full bg-wash">
          <span
            className={classes(
              'absolute inset-y-0 start-0 origin-left animate-fill rounded-full',
              points ? 'bg-good' : 'bg-accent',
            )}
            style={{ width: `${confidence}%` }}
          />
        </span>
        <span className="figures min-w-11 text-end font-semibold">
          {format.number(confidence / 100, { style: 'percent' })}
        </span>
      </p>
    </div>
  )
}

/** A race in one picture: three people draw the same digit, one is recognised first. */
export function RacePicture() {
  const t = useTranslations('home.picture')
  return (
    <div role="img" aria-label={t('label')} className="relative mx-auto w-full max-w-md select-none">
      <p className="mb-3 text-center font-display font-extrabold text-3xl sm:text-4xl">{t('prompt')}</p>
      <Racer
        name={t('you')}
        digit={5}
        confidence={98}
        points={t('points')}
        delay={1.2}
        time={1}
        colour={6}
        height="h-64 sm:h-72"
        className="-rotate-1"
      />
      <div className="mt-4 grid grid-cols-2 gap-4">
        <Racer
          name={t('second')}
          digit={5}
          confidence={71}
          delay={1.6}
          time={1.5}
          colour={0}
          height="h-28"
          className="rotate-1"
        />
        <Racer
          name={t('third')}
          digit={6}
          confidence={22}
          delay={1.4}
          time={1.7}
          colour={2}
          height="h-28"
          className="-rotate-1"
        />
      </div>
    </div>
  )
}
