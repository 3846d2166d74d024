'use client'

import { RotateCcw } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useMemo, useState } from 'react'
import { strokesOf } from '#game/drawing/ink'
import { decodeInk } from '#game/drawing/ink-codec'
import { rasterise } from '#game/drawing/rasterise'
import { settings } from '#game/settings'
import { outlineOf, playerPen } from '../../ink/outline'
import { RasterPicture } from '../../ink/raster-picture'
import { Button } from '../../kit/button'

/** A drawing, whole, and on request stroke by stroke as it was drawn. */
export function DrawnAgain({ ink, label }: { ink: string; label: string }) {
  const t = useTranslations('admin.review')
  const ops = useMemo(() => decodeInk(ink), [ink])
  const [firstMs, lastMs] = [ops[0]?.atMs ?? 0, ops.at(-1)?.atMs ?? 0]
  /** On the clock of the ink; null while it is not drawn again. */
  const [atMs, setAtMs] = useState<number | null>(null)
  const isRunning = atMs !== null

  useEffect(() => {
    if (!isRunning) return
    const startedAt = performance.now()
    let frame = requestAnimationFrame(function show(now) {
      const next = firstMs + now - startedAt
      setAtMs(next < lastMs ? next : null)
      if (next < lastMs) frame = requestAnimationFrame(show)
    })
    return () => cancelAnimationFrame(frame)
  }, [isRunning, firstMs, lastMs])

  const shown = atMs === null ? ops : ops.filter((op) => op.atMs <= atMs)
  return (
    <div className="relative">
      <svg
        viewBox={`0 0 ${settings.gridSize} ${settings.gridSize}`}
        role="img"
        aria-label={label}
        className="squared w-full rounded-sheet border-2 border-ink bg-card"
      >
        {strokesOf(shown).map((stroke) => (
          <path key={stroke[0]?.t} d={outlineOf(stroke, playerPen)} fill="currentColor" />
        ))}
      </svg>
      <Button
        size="small"
        onClick={() => setAtMs(firstMs)}
        disabled={isRunning}
        className="absolute end-2 bottom-2"
      >
        <RotateCcw aria-hidden="true" />
        {t('drawAgain')}
      </Button>
    </div>
  )
}

export function SampleRaster({ ink }: { ink: string }) {
  const t = useTranslations('admin.samples')
  const raster = useMemo(() => rasterise(strokesOf(decodeInk(ink))), [ink])
  return <RasterPicture raster={raster} label={t('raster')} className="w-24 rounded-xl" />
}
