'use client'

import { Pause, Play } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useStore } from 'zustand'
import { ConfidenceCurve } from '../../ink/confidence/confidence-curve'
import { Choice } from '../../kit/choice'
import { useSeconds } from '../../kit/i18n/use-numbers'
import { IconButton } from '../../kit/icon-button'
import { type Playback, type Speed, speeds } from './playback'
import { answerChangesOf } from './timeline'
import { confidenceOf, lockedAtMs, type Track } from './track'

/** The time of a round under a thumb, over the confidence in the chosen drawing; its locks and changes of answer are marked. */
export function Scrubber({ track, playback }: { track: Track; playback: Playback }) {
  const t = useTranslations('replay')
  const { atMs, endMs, isPlaying, speed } = useStore(playback)
  const seconds = useSeconds()
  const at = (ms: number) => ({ insetInlineStart: `${(ms / endMs) * 100}%` })
  return (
    <div>
      <div className="relative h-24 overflow-hidden rounded-t-xl border border-line bg-card" dir="ltr">
        <ConfidenceCurve
          steps={confidenceOf(track)}
          spanMs={endMs}
          colour="var(--color-accent)"
          lockedAtMs={track.frames.flatMap((frame) => lockedAtMs(frame) ?? [])}
          className="h-full"
        />
        {track.frames.flatMap(({ timeline }) =>
          answerChangesOf(timeline).map((change) => (
            <span
              key={`${timeline.endMs}-${change.atMs}`}
              className="absolute bottom-0 h-4 border-edge border-s-2"
              style={at(change.atMs)}
            />
          )),
        )}
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
        aria-label={t('time')}
        aria-valuetext={seconds(atMs)}
        className="-mt-1 block h-11 w-full cursor-pointer"
      />
      <div className="flex flex-wrap items-center gap-3">
        <IconButton
          label={isPlaying ? t('pause') : t('play')}
          onClick={isPlaying ? playback.pause : playback.play}
          className="bg-ink text-paper hover:bg-ink hover:opacity-90"
        >
          {isPlaying ? <Pause /> : <Play />}
        </IconButton>
        <p dir="ltr" className="figures font-semibold text-lg">
          {seconds(atMs)} <span className="text-muted">/ {seconds(endMs)}</span>
        </p>
        <Choice
          label={t('speed')}
          dir="ltr"
          className="ms-auto"
          value={String(speed)}
          onChange={(chosen) => playback.setSpeed(Number(chosen) as Speed)}
          options={speeds.map((each) => ({ value: String(each), text: t('times', { factor: each }) }))}
        />
      </div>
    </div>
  )
}
