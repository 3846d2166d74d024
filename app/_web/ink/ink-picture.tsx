import { strokesOf } from '#game/drawing/ink'
import { decodeInk } from '#game/drawing/ink-codec'
import { type InkOutlines, OutlinedInk } from './ink-outlines'
import { outlineOf, playerPen } from './outline'

/** Boards show the same drawings to everybody, and to outline them is most of what they cost. */
const mostKept = 2_000
const kept = new Map<string, InkOutlines>()

type InkPictureProps = { inkText: string; label: string; className?: string }

/** A stored drawing as a still picture, made where the page is made: no script is needed to see it. */
export function InkPicture({ inkText, ...looks }: InkPictureProps) {
  return <OutlinedInk outlines={outlinesOf(inkText)} {...looks} />
}

/** @param inkText in the form of game/drawing/ink-codec */
export function outlinesOf(inkText: string): InkOutlines {
  const known = kept.get(inkText)
  if (known) return known
  if (kept.size >= mostKept) kept.clear()
  const outlines = strokesOf(decodeInk(inkText)).map(
    (stroke) => [stroke[0]?.t ?? 0, outlineOf(stroke, playerPen, 'coarse')] as const,
  )
  kept.set(inkText, outlines)
  return outlines
}
