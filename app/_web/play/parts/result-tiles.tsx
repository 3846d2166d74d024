'use client'

import { useTranslations } from 'next-intl'
import type { DrawingResult } from '#game/protocol/canvas-view'
import { Tiles } from '../fit/tiles'
import { ResultCard, resultForms, resultShapes } from './result-card'

/** All drawings of a round, the best first; the own one is on every page. */
export function ResultTiles({ drawings, you }: { drawings: readonly DrawingResult[]; you: string }) {
  const t = useTranslations('room.reveal')
  const canvases = byCanvas(drawings).map((each, place, all) => ({
    ...each,
    place,
    rank: 1 + all.filter(({ points }) => points > each.points).length,
  }))
  const spanMs = Math.max(1_500, ...drawings.map(({ lock }) => (lock?.atMs ?? 0) * 1.5)) * 1.05
  return (
    <Tiles
      label={t('drawn')}
      items={canvases}
      shapes={resultShapes({
        names: drawings.map(({ players }) => players.map(({ name }) => name)),
        hasDetails: canvases.some(({ results }) => results.length === 1 && !results[0]?.fooling),
        hasFooling: drawings.some(({ fooling }) => fooling),
      })}
      {...(you !== '' && { all: { form: resultForms.indexOf('brief'), picture: 7 } })}
      isOwn={({ results }) => results[0]?.players.some(({ id }) => id === you) ?? false}
    >
      {({ results, points, place, rank }, form, picture) => (
        <ResultCard
          key={results[0]?.canvas}
          {...{ results, points, place, rank, you, spanMs, form, picture }}
        />
      )}
    </Tiles>
  )
}

/** What was drawn on each canvas of a round, with the points it came to; the best canvas first. */
function byCanvas(drawings: readonly DrawingResult[]): { results: DrawingResult[]; points: number }[] {
  const canvasIndices = [...new Set(drawings.map(({ canvas }) => canvas))]
  return canvasIndices
    .map((canvasIndex) => {
      const results = drawings.filter(({ canvas }) => canvas === canvasIndex)
      return { results, points: results.reduce((sum, { points }) => sum + points, 0) }
    })
    .sort((one, other) => other.points - one.points)
}
