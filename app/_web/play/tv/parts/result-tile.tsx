'use client'

import { useFormatter, useTranslations } from 'next-intl'
import type { DrawingResult } from '#game/protocol/server-messages'
import { KeyboardMark } from '../../../kit/keyboard-mark'
import { CountUp } from '../../parts/count-up'
import { ResultPicture } from '../../parts/result-picture'
import { SeatName } from '../../parts/seat-name'
import { Tile } from './tile'

type ResultTileProps = {
  /** All drawings of one canvas. */
  results: readonly DrawingResult[]
  points: number
  rank: number
}

/** What came of one canvas: its place, its points, and how soon it locked. */
export function ResultTile({ results, points, rank }: ResultTileProps) {
  const t = useTranslations('room.reveal')
  const format = useFormatter()
  const [only, ...more] = results
  const lock = more.length === 0 ? only?.lock : null
  const locks = results.filter((result) => result.lock).length
  return (
    <Tile
      isLocked={locks > 0}
      foot={
        <>
          <div className="flex items-center justify-between gap-3 text-2xl leading-tight">
            <span className="flex min-w-0 items-center gap-3">
              <span
                data-first={rank === 1}
                className="figures grid size-9 shrink-0 place-items-center rounded-full bg-wash font-extrabold text-2xl leading-none data-[first=true]:bg-accent data-[first=true]:text-on-accent"
              >
                {format.number(rank)}
              </span>
              {only?.players.map(({ id, name, colour }) => (
                <SeatName key={id} name={name} colour={colour} />
              ))}
              {results.some(({ isByKeyboard }) => isByKeyboard) && <KeyboardMark />}
            </span>
            <span className="font-extrabold text-3xl leading-none">
              <CountUp value={points} />
            </span>
          </div>
          <p className={`figures text-xl ${locks > 0 ? 'font-semibold text-good' : 'text-muted'}`}>
            {more.length > 0 && t('drawings', { count: locks })}
            {lock &&
              t('locked', {
                seconds: format.number(lock.atMs / 1000, {
                  minimumFractionDigits: 2,
                  maximumFractionDigits: 2,
                }),
              })}
            {more.length === 0 && !lock && t('notLocked')}
          </p>
        </>
      }
    >
      <Pictures results={results} />
    </Tile>
  )
}

/** One drawing on the whole paper, or as many as fit beside each other. */
function Pictures({ results }: Pick<ResultTileProps, 'results'>) {
  const side = Math.min(4, Math.ceil(Math.sqrt(results.length)))
  return (
    <div className="absolute inset-0 grid" style={{ gridTemplateColumns: `repeat(${side}, 1fr)` }}>
      {results.slice(0, side * side).map((result) => (
        <ResultPicture key={result.index} result={result} />
      ))}
    </div>
  )
}
