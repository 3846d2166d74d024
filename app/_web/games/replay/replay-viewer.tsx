'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useEffect, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import { notADigit } from '#game/protocol/constants'
import { foolingOf } from '#game/scoring/fool'
import { digitDrawnUnlike } from '#game/scoring/lock'
import type { Guessed } from '#models/rescore-game'
import type { ReplayDrawing, ReplayRound } from '#server/store/games/find-replay'
import { InkShape } from '../../ink/ink-shape'
import { Answers } from '../../kit/answers'
import { matchesMedia } from '../../kit/browser/screen'
import { Choice } from '../../kit/choice'
import { classes } from '../../kit/classes'
import { FittedText } from '../../kit/fit/fitted-text'
import { useSum } from '../../kit/i18n/use-numbers'
import { EmptyState } from '../../kit/panel'
import { Spinner } from '../../kit/spinner'
import { MomentExplained } from './moment-explained'
import { createPlayback, type Playback, runPlayback } from './playback'
import { Scrubber } from './scrubber'
import { endOf, frameAt, guessAt, lockedAtMs, makeTracks, pointsAt, type Track } from './track'
import { TrackCanvas } from './track-canvas'
import { useGuesses } from './use-guesses'

const namesOf = ({ frames }: Track) => frames[0].drawing.players.map(({ name }) => name).join(' + ')

/** All rounds of a game, each drawing stroke by stroke, with what the network thought at every moment. */
export function ReplayViewer({ rounds }: { rounds: readonly ReplayRound[] }) {
  const t = useTranslations('replay')
  const [chosen, setChosen] = useState(0)
  const round = rounds[chosen]
  if (!round) return <EmptyState title={t('noRounds.title')}>{t('noRounds.text')}</EmptyState>
  return (
    <div className="grid grid-cols-1 gap-5">
      <Choice
        label={t('round')}
        className="justify-self-start"
        value={String(chosen)}
        onChange={(value) => setChosen(Number(value))}
        options={rounds.map(({ index }, order) => ({
          value: String(order),
          text: index + 1,
          label: t('roundNumber', { number: index + 1 }),
        }))}
      />
      {round.isKept ? (
        <RoundGuessed key={round.index} round={round} />
      ) : (
        <EmptyState title={t('notKept.round')}>{t('notKept.roundText')}</EmptyState>
      )}
    </div>
  )
}

/** A round once all its guesses are there. */
function RoundGuessed({ round }: { round: ReplayRound }) {
  const t = useTranslations('replay')
  const guesses = useGuesses(round)
  if (guesses.name === 'judging') return <Spinner label={t('judgedAgain')} isHinting />
  return (
    <>
      {!guesses.isWhole && <p className="text-muted">{t('notJudgedAgain')}</p>}
      <RoundViewer drawings={guesses.drawings} version={round.judge.version} />
    </>
  )
}

type RoundViewerProps = { drawings: readonly Guessed<ReplayDrawing>[]; version: string }

function RoundViewer({ drawings, version }: RoundViewerProps) {
  const t = useTranslations('replay')
  const tracks = useMemo(() => makeTracks(drawings), [drawings])
  const playback = useMemo(() => createPlayback(endOf(tracks)), [tracks])
  const [canvas, setCanvas] = useState(tracks[0]?.canvas)
  const chosen = tracks.find((track) => track.canvas === canvas) ?? tracks[0]
  useEffect(() => {
    if (matchesMedia('(prefers-reduced-motion: reduce)')) playback.seek(playback.getState().endMs)
    else playback.play()
    return runPlayback(playback)
  }, [playback])
  if (!chosen) return <EmptyState title={t('nobodyDrew')} />
  return (
    <div className="grid grid-cols-1 gap-5 lg:grid-cols-[minmax(0,1fr)_minmax(0,1.1fr)] lg:items-start lg:gap-8">
      <div className="squared overflow-hidden rounded-sheet border-2 border-ink bg-card">
        <TrackCanvas track={chosen} playback={playback} label={t('drawingOf', { name: namesOf(chosen) })} />
      </div>
      <div className="grid grid-cols-1 gap-4">
        <Thought track={chosen} playback={playback} />
        <Scrubber track={chosen} playback={playback} />
        <MomentExplained track={chosen} playback={playback} version={version} />
        <div className="grid grid-cols-[repeat(auto-fill,minmax(max(5.5rem,20%),1fr))] gap-3">
          {tracks.map((track) => (
            <TrackButton
              key={track.canvas}
              track={track}
              playback={playback}
              isChosen={track === chosen}
              onChoose={() => setCanvas(track.canvas)}
            />
          ))}
        </div>
      </div>
    </div>
  )
}

/** Prompt, answers and fate of the chosen canvas at the moment. */
function Thought({ track, playback }: { track: Track; playback: Playback }) {
  const t = useTranslations('replay')
  const format = useFormatter()
  const frame = useStore(playback, ({ atMs }) => frameAt(track, atMs))
  const guess = useStore(playback, ({ atMs }) => guessAt(track, atMs))
  const hasLocked = useStore(playback, ({ atMs }) => (lockedAtMs(frame) ?? Number.POSITIVE_INFINITY) <= atMs)
  const common = useTranslations('common')
  const { written } = useSum()
  const { prompt, sum, lock, points, speed, cleanness, votes } = frame.drawing
  const fooling = votes && foolingOf({ ...frame.drawing, votes })
  const answer = fooling?.answer === notADigit ? common('notADigit') : String(fooling?.answer ?? '–')
  const isUnlike = !votes && guess !== undefined && digitDrawnUnlike(guess, prompt) !== null
  const percent = (share: number) => format.number(share, { style: 'percent', maximumFractionDigits: 0 })
  return (
    <div className="flex flex-wrap gap-5">
      <p className="grid shrink-0 content-start justify-items-center">
        <span className="text-base text-muted">{t('prompt')}</span>
        <span className="figures font-extrabold text-8xl leading-none">{prompt}</span>
        {sum && <span className="figures font-bold text-2xl">{written(sum, prompt)}</span>}
      </p>
      <div className="min-w-0 flex-1 basis-56">
        <Answers thousandths={guess?.thousandths} prompt={prompt} />
        <p className="mt-2 min-h-12 text-base">
          {fooling ? (
            <span className={fooling.isFooled ? 'text-good' : 'text-muted'}>
              {t('fooled', { right: fooling.right, readers: fooling.readers, answer, points })}
            </span>
          ) : lock && hasLocked ? (
            <span className="text-good">
              {t('locked', {
                seconds: format.number(lock.atMs / 1000, {
                  minimumFractionDigits: 2,
                  maximumFractionDigits: 2,
                }),
                points,
                speed: percent(speed),
                cleanness: percent(cleanness),
              })}
            </span>
          ) : (
            <span className="text-muted">{lock ? t('notYet') : t('neverLocked', { points })}</span>
          )}
          {isUnlike && !hasLocked && (
            <span className="block font-semibold">{t('unlike', { digit: String(prompt) })}</span>
          )}
        </p>
      </div>
    </div>
  )
}

type TrackButtonProps = { track: Track; playback: Playback; isChosen: boolean; onChoose: () => void }

function TrackButton({ track, playback, isChosen, onChoose }: TrackButtonProps) {
  const t = useTranslations('replay')
  const points = useStore(playback, ({ atMs, endMs }) => pointsAt(track, atMs, endMs))
  const name = namesOf(track)
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      onClick={onChoose}
      className={classes(
        'min-w-0 overflow-hidden rounded-2xl border-2 bg-card text-start transition duration-150',
        isChosen ? 'border-ink' : 'border-line hover:border-edge',
      )}
    >
      <span className="squared block [--square:1rem]">
        <TrackCanvas track={track} playback={playback} label={t('drawingOf', { name })} />
      </span>
      {track.frames[0].drawing.players.map((player) => (
        <span key={player.id} className="flex h-8 items-center gap-1.5 px-2 pt-1 text-base leading-none">
          <InkShape colour={player.colour} className="size-3.5" />
          <FittedText text={player.name} mayBreak />
        </span>
      ))}
      <span className="figures block px-2 pb-1.5 font-bold">{points}</span>
    </button>
  )
}
