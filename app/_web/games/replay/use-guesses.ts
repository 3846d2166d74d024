import { useEffect, useState } from 'react'
import { completeGuesses, type Guessed, isGuessed } from '#models/rescore-game'
import type { ReplayDrawing, ReplayRound } from '#server/store/games/find-replay'
import { loadJudgeOnce } from '../../ink/judge/load-judge'

type Guesses =
  | { readonly name: 'judging' }
  /** `isWhole` is false where the judge is not to be had: then there are only those guesses that are stored. */
  | {
      readonly name: 'ready'
      readonly drawings: readonly Guessed<ReplayDrawing>[]
      readonly isWhole: boolean
    }

/** The drawings of a round with their guesses; old ones are judged again, here in the browser. */
export function useGuesses(round: ReplayRound): Guesses {
  const [guesses, setGuesses] = useState<Guesses>(() => {
    const { drawings } = round
    return drawings.every(isGuessed) ? { name: 'ready', drawings, isWhole: true } : { name: 'judging' }
  })
  const isJudging = guesses.name === 'judging'
  useEffect(() => {
    if (!isJudging) return
    let isHere = true
    completeGuesses(round, loadJudgeOnce).then(
      (drawings) => isHere && setGuesses({ name: 'ready', drawings, isWhole: true }),
      () => isHere && setGuesses({ name: 'ready', drawings: round.drawings.map(onlyStored), isWhole: false }),
    )
    return () => {
      isHere = false
    }
  }, [round, isJudging])
  return guesses
}

function onlyStored(drawing: ReplayDrawing): Guessed<ReplayDrawing> {
  const guesses = drawing.guesses.flatMap(({ opCount, thousandths }) =>
    thousandths ? [{ opCount, thousandths }] : [],
  )
  return { ...drawing, guesses }
}
