'use client'

import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { decodeInk } from '#game/drawing/ink-codec'
import type { DrawingResult } from '#game/protocol/server-messages'
import { StrokePicture } from '../../ink/canvas/stroke-picture'
import { growStrokes, noStrokes } from '../../ink/canvas/stroke-state'
import { stillStrokes } from '../../ink/canvas/use-stroke-canvas'

/** What was drawn, in the ink of whoever began it. */
export function ResultPicture({ result }: { result: DrawingResult }) {
  const t = useTranslations('room.reveal')
  const { inkText, players, prompt } = result
  const source = useMemo(() => stillStrokes(growStrokes(noStrokes, decodeInk(inkText))), [inkText])
  const name = players.map((player) => player.name).join(', ')
  return (
    <StrokePicture
      source={source}
      colour={players[0]?.colour ?? 0}
      label={t('drawingOf', { digit: prompt, name })}
    />
  )
}
