import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { ImageResponse } from 'next/og'
import { getTranslations } from 'next-intl/server'
import { shapeOutline } from '../../ink/ink-shape'
import { wordFigure } from '../../ink/logo/word-mark'
import { housePen, outlineOf } from '../../ink/outline'
import { inkOf } from '../../ink/palette'
import { themeColours } from '../../kit/theme/theme-colours'
import { legible } from './card-parts'

/** What sites that show a link make of its picture. */
export const cardSize = { width: 1200, height: 630 }

/** A drawing on a card: svg paths in a square of `side`. */
export type CardDrawing = {
  readonly paths: readonly string[]
  readonly side: number
  readonly colour: number
}

export type Card = {
  readonly title: string
  readonly line: string
  /** The best first; at most three are shown. */
  readonly best: readonly { readonly name: string; readonly colour: number; readonly score: string }[]
  readonly drawings: readonly CardDrawing[]
}

const { light } = themeColours
const fontFolder = 'node_modules/@fontsource/bricolage-grotesque/files'

async function readFont(script: 'latin' | 'latin-ext', weight: 600 | 800) {
  const file = `bricolage-grotesque-${script}-${weight}-normal.woff`
  const data = await readFile(path.join(process.cwd(), fontFolder, file))
  return { name: `Bricolage ${script}`, data, weight, style: 'normal' as const }
}

/** Paints the picture of a link as a PNG: the real strokes as ink on paper. What its letters cannot write is left out. */
export async function drawCard(
  { title, line, best, drawings }: Card,
  answer: Pick<ResponseInit, 'status' | 'headers'> = {},
): Promise<ImageResponse> {
  const fonts = await Promise.all(
    (['latin', 'latin-ext'] as const).flatMap((script) => [readFont(script, 600), readFont(script, 800)]),
  )
  const common = await getTranslations('common')
  const heading = legible(title) || common('title')
  return new ImageResponse(
    <div
      style={{
        ...{ display: 'flex', width: '100%', height: '100%', padding: 56, gap: 48 },
        ...{
          backgroundColor: light.paper,
          color: light.ink,
          fontFamily: 'Bricolage latin, Bricolage latin-ext',
        },
      }}
    >
      <div style={{ display: 'flex', flexDirection: 'column', flex: 1, justifyContent: 'space-between' }}>
        <Mark name={common('title')} />
        <div style={{ display: 'flex', flexDirection: 'column' }}>
          <div
            style={{
              fontSize: heading.length > 14 ? 68 : 92,
              ...{ fontWeight: 800, lineHeight: 1, letterSpacing: -2, textWrap: 'balance' },
            }}
          >
            {heading}
          </div>
          <div style={{ fontSize: 30, fontWeight: 600, color: light.muted, marginTop: 16 }}>
            {legible(line)}
          </div>
        </div>
        <div style={{ display: 'flex', flexDirection: 'column', gap: 10 }}>
          {best.slice(0, 3).map(({ name, colour, score }) => (
            <div key={name} style={{ display: 'flex', alignItems: 'center', gap: 14, fontSize: 32 }}>
              <Shape colour={colour} />
              <div style={{ display: 'flex', flex: 1, fontWeight: 600 }}>{legible(name)}</div>
              <div style={{ display: 'flex', fontWeight: 800 }}>{score}</div>
            </div>
          ))}
        </div>
      </div>
      <Drawings drawings={drawings} />
    </div>,
    { ...cardSize, fonts, status: answer.status, headers: answer.headers },
  )
}

function Mark({ name }: { name: string }) {
  return (
    <div style={{ display: 'flex', position: 'relative', width: 300, height: 90 }}>
      <svg width="300" height="90" viewBox="0 0 432 130" role="img" aria-label={name}>
        <path d={outlineOf(wordFigure, housePen(13))} fill={light.accent} />
      </svg>
      <div
        style={{ position: 'absolute', left: 62, top: 14, fontSize: 47, fontWeight: 800, letterSpacing: -1 }}
      >
        {name}
      </div>
    </div>
  )
}

function Shape({ colour }: { colour: number }) {
  return (
    <svg width="30" height="30" viewBox="0 0 24 24" aria-hidden="true">
      <path d={shapeOutline(colour)} fill={inkOf(colour).light} fillRule="evenodd" />
    </svg>
  )
}

/** One large, or four or nine in a square without a gap. */
function Drawings({ drawings }: Pick<Card, 'drawings'>) {
  const across = Math.max(1, Math.min(3, Math.floor(Math.sqrt(drawings.length))))
  const shown = drawings.slice(0, across * across)
  const gap = 16
  const width = 518
  const side = (width - (across - 1) * gap) / across
  return (
    <div style={{ display: 'flex', flexWrap: 'wrap', alignContent: 'flex-start', width, gap }}>
      {shown.map((drawing) => (
        <div
          key={drawing.paths.join()}
          style={{
            ...{ display: 'flex', width: side, height: side, borderRadius: 28 },
            ...{ backgroundColor: light.card, border: `3px solid ${light.line}` },
          }}
        >
          <svg
            width={side - 6}
            height={side - 6}
            viewBox={`0 0 ${drawing.side} ${drawing.side}`}
            aria-hidden="true"
          >
            {drawing.paths.map((d) => (
              <path key={d} d={d} fill={inkOf(drawing.colour).light} />
            ))}
          </svg>
        </div>
      ))}
    </div>
  )
}
