'use client'

import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { decodeInk } from '#game/drawing/ink-codec'
import type { DrawingResult } from '#game/protocol/canvas-view'
import { StrokePicture } from '../../ink/canvas/stroke-picture'
import { handStrokes } from '../../ink/canvas/stroke-state'
import { stillStrokes } from '../../ink/canvas/use-stroke-canvas'

/** What was drawn, in the inks of those who drew it. */
export function ResultPicture({ result }: { result: DrawingResult }) {
  const t = useTranslations('room.reveal')
  const { inkText, hands, players, prompt } = result
  const source = useMemo(() => stillStrokes(handStrokes(decodeInk(inkText), hands)), [inkText, hands])
  const name = players.map((player) => player.name).join(', ')
  return (
    <StrokePicture
      source={source}
      colour={players.map(({ colour }) => colour)}
      label={t('drawingOf', { digit: prompt, name })}
    />
  )
}
