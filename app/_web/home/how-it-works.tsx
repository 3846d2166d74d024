import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { HandwrittenDigit } from '../ink/logo/handwritten-digit'

/** What is in a picture grows with its letters as far as the picture is wide enough. */
function Picture({ children }: { children: ReactNode }) {
  return (
    <div
      aria-hidden="true"
      className="squared @container h-44 overflow-hidden rounded-sheet border border-line bg-card"
    >
      <div className="grid size-full grid-cols-1 place-items-center text-[length:min(1em,5.6cqi)] [--spacing:min(0.25rem,1.4cqi)]">
        {children}
      </div>
    </div>
  )
}

function Podium() {
  const steps = [
    { rank: 2, height: 'h-14', points: 871 },
    { rank: 1, height: 'h-24', points: 934 },
    { rank: 3, height: 'h-9', points: 640 },
  ]
  return (
    <div className="flex h-full w-full items-end justify-center gap-2 px-2 pt-6">
      {steps.map(({ rank, height, points }) => (
        <div key={rank} className="figures grid w-18 min-w-0 justify-items-center font-bold">
          <span className="rounded bg-card px-1">{points}</span>
          <span
            className={`${height} ${rank === 1 ? 'bg-accent text-on-accent' : 'bg-ink text-paper'} grid w-full place-items-center rounded-t-lg text-[1.25em]`}
          >
            {rank}
          </span>
        </div>
      ))}
    </div>
  )
}

function Watching() {
  const guesses = [
    { digit: 4, share: '86%' },
    { digit: 9, share: '11%' },
    { digit: 7, share: '3%' },
  ]
  return (
    <div className="flex w-full items-center justify-center gap-5 px-2">
      <HandwrittenDigit digit={4} className="h-32 min-w-0" />
      <div className="grid min-w-0 gap-2 rounded-xl bg-card p-2">
        {guesses.map(({ digit, share }) => (
          <div key={digit} className="figures flex items-center gap-2 font-bold">
            {digit}
            <span className="h-3 w-20 min-w-0 rounded-full bg-wash">
              <span className="block h-full rounded-full bg-accent" style={{ width: share }} />
            </span>
          </div>
        ))}
      </div>
    </div>
  )
}

const pictures = {
  prompt: (
    <span className="rounded-2xl bg-card px-5 font-display font-extrabold text-[8.5em] leading-none">4</span>
  ),
  draw: <Watching />,
  win: <Podium />,
}

export function HowItWorks() {
  const t = useTranslations('home.how')
  return (
    <section aria-labelledby="how">
      <h2 id="how" className="text-3xl sm:text-4xl">
        {t('title')}
      </h2>
      <ol className="mt-5 grid grid-cols-1 gap-6 md:grid-cols-3">
        {(['prompt', 'draw', 'win'] as const).map((step) => (
          <li key={step}>
            <Picture>{pictures[step]}</Picture>
            <h3 className="mt-3 text-xl">{t(`${step}.title`)}</h3>
            <p className="mt-1 text-muted">{t(`${step}.text`)}</p>
          </li>
        ))}
      </ol>
    </section>
  )
}
