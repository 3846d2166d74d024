'use client'

import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { decodeInk } from '#game/drawing/ink-codec'
import type { DrawingResult } from '#game/protocol/server-messages'
import { emptySheet, growSheet } from '../../ink/canvas/sheet'
import { SheetPicture } from '../../ink/canvas/sheet-picture'
import { stillSheet } from '../../ink/canvas/use-sheet-canvas'

/** What was drawn, in the ink of whoever began it. */
export function ResultPicture({ result }: { result: DrawingResult }) {
  const words = useTranslations('room.reveal')
  const { ink, players, prompt } = result
  const source = useMemo(() => stillSheet(growSheet(emptySheet, decodeInk(ink))), [ink])
  const name = players.map((player) => player.name).join(', ')
  return (
    <SheetPicture
      source={source}
      ink={players[0]?.colour ?? 0}
      label={words('drawingOf', { digit: prompt, name })}
    />
  )
}
