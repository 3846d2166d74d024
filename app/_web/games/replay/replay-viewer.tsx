'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useEffect, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import type { Guessed } from '#models/rescore-game'
import type { ReplayDrawing, ReplayRound } from '#server/store/games/find-replay'
import { InkShape } from '../../ink/ink-shape'
import { Answers } from '../../kit/answers'
import { matchesMedia } from '../../kit/browser/screen'
import { Choice } from '../../kit/choice'
import { classes } from '../../kit/classes'
import { EmptyState } from '../../kit/empty-state'
import { Spinner } from '../../kit/spinner'
import { MomentExplained } from './moment-explained'
import { createPlayback, type Playback, run } from './playback'
import { endOf, guessAt, lockedAtMs, makeReels, pointsAt, type Reel, shotAt } from './reel'
import { ReelCanvas } from './reel-canvas'
import { Scrubber } from './scrubber'
import { useGuesses } from './use-guesses'

const namesOf = ({ shots }: Reel) => shots[0].drawing.players.map(({ name }) => name).join(' + ')

/** All rounds of a game, each drawing stroke by stroke, with what the network thought at every moment. */
export function ReplayViewer({ rounds }: { rounds: readonly ReplayRound[] }) {
  const words = useTranslations('replay')
  const [place, setPlace] = useState(0)
  const round = rounds[place]
  if (!round) return <EmptyState title={words('noRounds.title')}>{words('noRounds.text')}</EmptyState>
  return (
    <div className="grid grid-cols-1 gap-5">
      <Choice
        label={words('round')}
        className="justify-self-start"
        value={String(place)}
        onChange={(chosen) => setPlace(Number(chosen))}
        options={rounds.map(({ index }, order) => ({
          value: String(order),
          text: index + 1,
          label: words('roundNumber', { number: index + 1 }),
        }))}
      />
      {round.isKept ? (
        <RoundGuessed key={round.index} round={round} />
      ) : (
        <EmptyState title={words('notKept.round')}>{words('notKept.roundText')}</EmptyState>
      )}
    </div>
  )
}

/** A round once all its guesses are there. */
function RoundGuessed({ round }: { round: ReplayRound }) {
  const words = useTranslations('replay')
  const guesses = useGuesses(round)
  if (guesses.name === 'judging') return <Spinner label={words('judgedAgain')} isHinting />
  return (
    <>
      {!guesses.isWhole && <p className="text-muted">{words('notJudgedAgain')}</p>}
      <RoundViewer drawings={guesses.drawings} version={round.judge.version} />
    </>
  )
}

type RoundViewerProps = { drawings: readonly Guessed<ReplayDrawing>[]; version: string }

function RoundViewer({ drawings, version }: RoundViewerProps) {
  const words = useTranslations('replay')
  const reels = useMemo(() => makeReels(drawings), [drawings])
  const playback = useMemo(() => createPlayback(endOf(reels)), [reels])
  const [canvas, setCanvas] = useState(reels[0]?.canvas)
  const chosen = reels.find((reel) => reel.canvas === canvas) ?? reels[0]
  useEffect(() => {
    if (matchesMedia('(prefers-reduced-motion: reduce)')) playback.seek(playback.getState().endMs)
    else playback.play()
    return run(playback)
  }, [playback])
  if (!chosen) return <EmptyState title={words('nobodyDrew')} />
  return (
    <div className="grid grid-cols-1 gap-5 lg:grid-cols-[minmax(0,1fr)_minmax(0,1.1fr)] lg:items-start lg:gap-8">
      <div className="squared overflow-hidden rounded-sheet border-2 border-ink bg-card">
        <ReelCanvas reel={chosen} playback={playback} label={words('drawingOf', { name: namesOf(chosen) })} />
      </div>
      <div className="grid grid-cols-1 gap-4">
        <Thought reel={chosen} playback={playback} />
        <Scrubber reel={chosen} playback={playback} />
        <MomentExplained reel={chosen} playback={playback} version={version} />
        <div className="grid grid-cols-3 gap-3 sm:grid-cols-4">
          {reels.map((reel) => (
            <ReelButton
              key={reel.canvas}
              reel={reel}
              playback={playback}
              isChosen={reel === chosen}
              onChoose={() => setCanvas(reel.canvas)}
            />
          ))}
        </div>
      </div>
    </div>
  )
}

/** Prompt, answers and fate of the chosen canvas at the moment. */
function Thought({ reel, playback }: { reel: Reel; playback: Playback }) {
  const words = useTranslations('replay')
  const format = useFormatter()
  const shot = useStore(playback, ({ atMs }) => shotAt(reel, atMs))
  const guess = useStore(playback, ({ atMs }) => guessAt(reel, atMs))
  const hasLocked = useStore(playback, ({ atMs }) => (lockedAtMs(shot) ?? Number.POSITIVE_INFINITY) <= atMs)
  const { prompt, lock, points, speed, cleanness } = shot.drawing
  const percent = (share: number) => format.number(share, { style: 'percent', maximumFractionDigits: 0 })
  return (
    <div className="flex gap-5">
      <p className="grid shrink-0 content-start justify-items-center">
        <span className="text-base text-muted">{words('prompt')}</span>
        <span className="figures font-extrabold text-8xl leading-none">{prompt}</span>
      </p>
      <div className="min-w-0 flex-1">
        <Answers thousandths={guess?.thousandths} prompt={prompt} />
        <p className="mt-2 min-h-12 text-base">
          {lock && hasLocked ? (
            <span className="text-good">
              {words('locked', {
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
            <span className="text-muted">{lock ? words('notYet') : words('neverLocked', { points })}</span>
          )}
        </p>
      </div>
    </div>
  )
}

type ReelButtonProps = { reel: Reel; playback: Playback; isChosen: boolean; onChoose: () => void }

function ReelButton({ reel, playback, isChosen, onChoose }: ReelButtonProps) {
  const words = useTranslations('replay')
  const points = useStore(playback, ({ atMs, endMs }) => pointsAt(reel, atMs, endMs))
  const name = namesOf(reel)
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
        <ReelCanvas reel={reel} playback={playback} label={words('drawingOf', { name })} />
      </span>
      <span className="flex items-center gap-1.5 px-2 pt-1 text-base">
        <InkShape colour={reel.shots[0].drawing.players[0]?.colour ?? 0} className="size-3.5" />
        <span className="truncate">{name}</span>
      </span>
      <span className="figures block px-2 pb-1.5 font-bold">{points}</span>
    </button>
  )
}
