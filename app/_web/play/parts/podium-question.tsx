'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { ghostsVersion } from '#game/protocol/consent'
import { fetchConsent, fetchGhosts, postGhosts } from '../../kit/player/player-api'
import { Question } from './question'
import { type Lendable, TrainingQuestion } from './training-question'

/** Backoff of the retries: a drawing is stored a little after the players see its result. */
const backoffMs = [0, 500, 1_500, 4_000, 10_000]

type Open = { readonly about: 'training'; readonly lendable: Lendable } | { readonly about: 'ghosts' }

/** @returns the question that is open after a game; null where none is; undefined where it is to be found out later */
async function findOpen(gameId: string): Promise<Open | null | undefined> {
  const consent = await fetchConsent(gameId)
  if (!consent.ok) return undefined
  const { isCollecting, hasConsented, example, kept } = consent.data
  // One question is enough.
  if (isCollecting && hasConsented === null)
    return example === null ? undefined : { about: 'training', lendable: { example, kept } }
  const ghosts = await fetchGhosts()
  return ghosts.ok ? (ghosts.data.lendsGhosts === null ? { about: 'ghosts' } : null) : undefined
}

type PodiumQuestionProps = {
  gameId: string
  /** Whether this browser's player has a result of the game. */
  hasResult: boolean
  /** @param title of the question that is asked; null where none is */
  onAsked: (title: string | null) => void
}

/**
 * [C3] [R26] What is asked after a game, one thing each time: may drawings train the network, and where that is answered, may others
 * race them? Asked until it is answered. Nothing depends on the answer and nothing waits for it.
 */
export function PodiumQuestion({ gameId, hasResult, onAsked }: PodiumQuestionProps) {
  const consent = useTranslations('room.consent')
  const ghosts = useTranslations('room.ghosts.question')
  const [open, setOpen] = useState<Open | null>(null)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    let isHere = true
    const ask = ([pause, ...others]: readonly number[]) => {
      if (pause === undefined) return
      timer = setTimeout(async () => {
        const found = await findOpen(gameId)
        if (!isHere) return
        if (found === undefined) ask(others)
        else setOpen(found)
      }, pause)
    }
    ask(backoffMs)
    return () => {
      isHere = false
      clearTimeout(timer)
    }
  }, [gameId])
  const asked = open?.about === 'ghosts' && !hasResult ? null : open
  const title = asked && (asked.about === 'training' ? consent('title') : ghosts('title'))
  useEffect(() => onAsked(title), [title, onAsked])

  if (asked?.about === 'training') return <TrainingQuestion {...asked.lendable} />
  if (asked?.about !== 'ghosts') return null
  return (
    <Question
      id="ghosts"
      title={ghosts('title')}
      yes={ghosts('yes')}
      no={ghosts('no')}
      save={(lendsGhosts) => postGhosts({ lendsGhosts, version: ghostsVersion })}
      said={(isYes) => ghosts(isYes ? 'saidYes' : 'saidNo')}
    >
      <p className="mt-3 text-base leading-snug">{ghosts('text')}</p>
    </Question>
  )
}
