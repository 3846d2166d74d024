'use client'

import { Pause, Play } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { useStore } from 'zustand'
import { Choice } from '../../kit/choice'
import { useSeconds } from '../../kit/i18n/use-seconds'
import { IconButton } from '../../kit/icon-button'
import { flipsOf } from './film'
import { type Playback, type Speed, speeds } from './playback'
import { lockedAtMs, type Reel } from './reel'

const ConfidenceCurve = dynamic(() => import('./confidence-curve'), { ssr: false })

/** The time of a round under a thumb, over the confidence in the chosen drawing; its lock and its flips are marked. */
export function Scrubber({ reel, playback }: { reel: Reel; playback: Playback }) {
  const words = useTranslations('replay')
  const { atMs, endMs, isPlaying, speed } = useStore(playback)
  const seconds = useSeconds()
  const at = (ms: number) => ({ insetInlineStart: `${(ms / endMs) * 100}%` })
  return (
    <div>
      <div className="relative h-24 overflow-hidden rounded-t-xl border border-line bg-card" dir="ltr">
        <ConfidenceCurve reel={reel} endMs={endMs} />
        {reel.shots.flatMap(({ film }) =>
          flipsOf(film).map((flip) => (
            <span
              key={`${film.endMs}-${flip.atMs}`}
              className="absolute bottom-0 h-4 border-edge border-s-2"
              style={at(flip.atMs)}
            />
          )),
        )}
        {reel.shots.map((shot) => {
          const locked = lockedAtMs(shot)
          return (
            locked !== null && (
              <span
                key={shot.drawing.id}
                className="absolute inset-y-0 border-good border-s-3"
                style={at(locked)}
              />
            )
          )
        })}
        <span className="absolute inset-y-0 border-ink border-s-2" style={at(atMs)} />
      </div>
      <input
        type="range"
        dir="ltr"
        min={0}
        max={endMs}
        step={10}
        value={atMs}
        onChange={(event) => playback.seek(Number(event.target.value))}
        aria-label={words('time')}
        aria-valuetext={seconds(atMs)}
        className="-mt-1 block h-11 w-full cursor-pointer"
      />
      <div className="flex flex-wrap items-center gap-3">
        <IconButton
          label={isPlaying ? words('pause') : words('play')}
          onClick={isPlaying ? playback.pause : playback.play}
          className="bg-ink text-paper hover:bg-ink hover:opacity-90"
        >
          {isPlaying ? <Pause /> : <Play />}
        </IconButton>
        <p dir="ltr" className="figures font-semibold text-lg">
          {seconds(atMs)} <span className="text-muted">/ {seconds(endMs)}</span>
        </p>
        <Choice
          label={words('speed')}
          dir="ltr"
          className="ms-auto"
          value={String(speed)}
          onChange={(chosen) => playback.setSpeed(Number(chosen) as Speed)}
          options={speeds.map((each) => ({ value: String(each), text: words('times', { factor: each }) }))}
        />
      </div>
    </div>
  )
}
