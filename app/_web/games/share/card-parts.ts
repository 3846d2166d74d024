import { strokesOf } from '#game/drawing/ink'
import { decodeInk } from '#game/drawing/ink-codec'
import { settings } from '#game/settings'
import { handwrittenStrokes } from '../../ink/logo/handwriting'
import { housePen, outlineOf, playerPen } from '../../ink/outline'
import type { CardDrawing } from './card'

/** @param ink in the form of game/drawing/ink-codec */
export function drawnByPlayer(ink: string, colour: number): CardDrawing {
  const paths = strokesOf(decodeInk(ink)).map((stroke) => outlineOf(stroke, playerPen))
  return { paths, side: settings.gridSize, colour }
}

/** A digit as the house writes it. */
export function drawnByHouse(digit: number, colour: number): CardDrawing {
  return {
    paths: handwrittenStrokes(digit).map((stroke) => outlineOf(stroke, housePen(8))),
    side: 100,
    colour,
  }
}

/**
 * What the letters of a card can write: Latin with all its marks, digits and punctuation. Anything else is left out, since
 * a missing letter would be looked for on the network.
 */
export function legible(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/[^\u0020-\u007e\u00a0-\u024f\u1e00-\u1eff\u2010-\u2027\u2030-\u203a]/gu, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
}
