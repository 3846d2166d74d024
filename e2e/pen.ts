import type { CDPSession, Locator } from '@playwright/test'
import type { PenPoint } from './handwriting'

/** Something that leaves ink on a pad, as a hand moves it. */
export type Pen = {
  /** Writes strokes given in a square of 1 onto the pad, one after the other. */
  write(pad: Locator, strokes: readonly (readonly PenPoint[])[]): Promise<void>
  /** Does the same, but for the last lift. @returns lifts */
  writeAndHold(pad: Locator, strokes: readonly (readonly PenPoint[])[]): Promise<() => Promise<unknown>>
}

type Place = { readonly x: number; readonly y: number }

/** @returns from a place in a square of 1 to pixels of the page */
export async function placesOn(pad: Locator): Promise<(point: Place) => Place> {
  const box = await pad.boundingBox()
  if (!box) throw new Error('the pad is not on the page')
  return ({ x, y }) => ({ x: box.x + x * box.width, y: box.y + y * box.height })
}

type Touching = {
  down(place: Place): Promise<unknown>
  move(place: Place): Promise<unknown>
  up(place: Place): Promise<unknown>
}

/**
 * Each place waits until the page has heard of the one before. Outside of secure contexts browsers may tell a page only where a
 * pointer was at the last frame: a hand quicker than that would leave a line of two points.
 */
function penOf({ down, move, up }: Touching): Pen {
  async function writeAndHold(pad: Locator, strokes: readonly (readonly PenPoint[])[]) {
    const placeOf = await placesOn(pad)
    let lift: () => Promise<unknown> = async () => {}
    for (const stroke of strokes) {
      const [first, ...rest] = stroke.map(placeOf)
      if (!first) continue
      await lift()
      await down(first)
      for (const place of rest) await move(place)
      lift = () => up(rest.at(-1) ?? first)
    }
    return lift
  }
  return {
    writeAndHold,
    async write(pad, strokes) {
      const lift = await writeAndHold(pad, strokes)
      await lift()
    },
  }
}

/** One finger on the glass, by way of the browser's own touch events. */
export function finger(devTools: CDPSession, id = 1) {
  return {
    down: (place: Place) => touch(devTools, 'touchStart', [{ ...place, id }]),
    move: (place: Place) => touch(devTools, 'touchMove', [{ ...place, id }]),
    up: () => touch(devTools, 'touchEnd', []),
    /** The system takes the touch away: a call comes in, the palm is recognised. */
    cancel: () => touch(devTools, 'touchCancel', []),
  }
}

function touch(
  devTools: CDPSession,
  type: 'touchStart' | 'touchMove' | 'touchEnd' | 'touchCancel',
  touchPoints: readonly (Place & { readonly id: number })[],
) {
  return devTools.send('Input.dispatchTouchEvent', { type, touchPoints: [...touchPoints] })
}

/** Several touches at once, each as wide as it is; all are lifted together. */
export function hands(devTools: CDPSession) {
  const points = new Map<string, Place & { id: number; radiusX: number; radiusY: number }>()
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd') =>
    devTools.send('Input.dispatchTouchEvent', { type, touchPoints: [...points.values()] })
  return {
    down(name: string, place: Place, radius = 11) {
      points.set(name, { ...place, id: points.size + 1, radiusX: radius, radiusY: radius })
      return send('touchStart')
    },
    move(name: string, place: Place) {
      const before = points.get(name)
      if (before) points.set(name, { ...before, ...place })
      return send('touchMove')
    },
    lift() {
      points.clear()
      return send('touchEnd')
    },
  }
}

/** One finger that goes from place to place, and does not go on before the page has dealt with where it was. */
export async function drag(
  devTools: CDPSession,
  [first, ...rest]: readonly [Place, ...Place[]],
): Promise<void> {
  const { down, move, up } = finger(devTools)
  await down(first)
  for (const place of rest) await move(place)
  await up()
}

export const touchPen = (devTools: CDPSession): Pen => penOf(finger(devTools))

/** A mouse with its button down, or a stylus on the glass. */
function pointer(devTools: CDPSession, pointerType: 'mouse' | 'pen'): Touching {
  const dispatch = (type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', place: Place) =>
    devTools.send('Input.dispatchMouseEvent', {
      type,
      ...place,
      button: 'left',
      buttons: type === 'mouseReleased' ? 0 : 1,
      clickCount: 1,
      pointerType,
    })
  return {
    down: (place) => dispatch('mousePressed', place),
    move: (place) => dispatch('mouseMoved', place),
    up: (place) => dispatch('mouseReleased', place),
  }
}

export const mousePen = (devTools: CDPSession): Pen => penOf(pointer(devTools, 'mouse'))
export const stylus = (devTools: CDPSession): Pen => penOf(pointer(devTools, 'pen'))
