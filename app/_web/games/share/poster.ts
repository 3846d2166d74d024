import { strokesOf } from '#game/drawing/ink'
import { decodeInk } from '#game/drawing/ink-codec'
import { settings } from '#game/settings'
import { cornersOf, playerPen, traceOutline } from '../../ink/outline'
import { inkOf } from '../../ink/palette'
import { themeColours } from '../../kit/theme/theme-colours'

/** A drawing for a poster. */
export type PosterDrawing = {
  /** In the form of game/drawing/ink-codec. */
  readonly ink: string
  readonly colour: number
  /** A few words under it. */
  readonly note: string
}

export type Poster = {
  readonly title: string
  readonly line: string
  readonly drawings: readonly PosterDrawing[]
  readonly foot: string
}

const size = { width: 1080, height: 1350, margin: 72 }
const { light } = themeColours
const mostDrawings = 9

/** Paints a poster to keep or to send on, light whatever the theme, in the letters of the page. */
export async function paintPoster({ title, line, drawings, foot }: Poster): Promise<Blob | null> {
  await document.fonts.ready
  const canvas = document.createElement('canvas')
  canvas.width = size.width
  canvas.height = size.height
  const context = canvas.getContext('2d')
  if (!context) return null
  const style = getComputedStyle(document.querySelector('h1') ?? document.body)
  const write = (text: string, x: number, y: number, px: number, colour: string, weight = 800) => {
    context.font = `${weight} ${px}px ${style.fontFamily}`
    context.fillStyle = colour
    context.fillText(text, x, y, size.width - x - size.margin)
  }

  context.fillStyle = light.paper
  context.fillRect(0, 0, size.width, size.height)
  write(title, size.margin, 170, 104, light.ink)
  write(line, size.margin, 236, 38, light.muted, 500)
  const shown = drawings.slice(0, mostDrawings)
  const across = shown.length === 1 ? 1 : shown.length <= 4 ? 2 : 3
  const gap = 28
  const side = (size.width - 2 * size.margin - (across - 1) * gap) / across
  const height = across === 3 ? side : Math.min(side, 450)
  shown.forEach((drawing, index) => {
    const x = size.margin + (index % across) * (side + gap)
    const y = 290 + Math.floor(index / across) * (height + gap)
    paintCard(context, drawing, { x, y, width: side, height })
    write(drawing.note, x + 20, y + height - 20, 26, light.muted, 600)
  })
  write(foot, size.margin, size.height - 48, 34, light.muted, 600)
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'))
}

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

function paintCard(context: CanvasRenderingContext2D, { ink, colour }: PosterDrawing, box: Box): void {
  context.fillStyle = light.card
  context.strokeStyle = light.line
  context.lineWidth = 3
  context.beginPath()
  context.roundRect(box.x, box.y, box.width, box.height, 28)
  context.fill()
  context.stroke()
  const side = Math.min(box.width, box.height)
  const scale = side / settings.gridSize
  context.save()
  context.translate(box.x + (box.width - side) / 2, box.y + (box.height - side) / 2)
  context.scale(scale, scale)
  context.fillStyle = inkOf(colour).light
  for (const stroke of strokesOf(decodeInk(ink))) {
    const outline = new Path2D()
    traceOutline(outline, cornersOf(stroke, playerPen))
    context.fill(outline)
  }
  context.restore()
}
