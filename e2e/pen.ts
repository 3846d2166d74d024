import type { CDPSession, Locator, Page } from '@playwright/test'
import type { PenPoint } from './handwriting'

/** Something that leaves ink on a pad, as a hand moves it. */
export type Pen = {
  /** Writes strokes given in a square of 1 onto the pad, one after the other. */
  write(pad: Locator, strokes: readonly (readonly PenPoint[])[]): Promise<void>
}

type Place = { readonly x: number; readonly y: number }

/** @returns from a place in a square of 1 to pixels of the page */
export async function placesOn(pad: Locator): Promise<(point: Place) => Place> {
  const box = await pad.boundingBox()
  if (!box) throw new Error('the pad is not on the page')
  return ({ x, y }) => ({ x: box.x + x * box.width, y: box.y + y * box.height })
}

export function mousePen({ mouse }: Page): Pen {
  return {
    async write(pad, strokes) {
      const placeOf = await placesOn(pad)
      for (const stroke of strokes) {
        for (const [index, point] of stroke.entries()) {
          const { x, y } = placeOf(point)
          await mouse.move(x, y)
          if (index === 0) await mouse.down()
        }
        await mouse.up()
      }
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

export function touchPen(devTools: CDPSession): Pen {
  const { down, move, up } = finger(devTools)
  return {
    async write(pad, strokes) {
      const placeOf = await placesOn(pad)
      for (const [first, ...rest] of strokes) {
        if (!first) continue
        await down(placeOf(first))
        for (const point of rest) await move(placeOf(point))
        await up()
      }
    },
  }
}

/** A stylus. */
export function stylus(devTools: CDPSession): Pen {
  const say = (type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', place: Place) =>
    devTools.send('Input.dispatchMouseEvent', {
      type,
      ...place,
      button: 'left',
      buttons: type === 'mouseReleased' ? 0 : 1,
      clickCount: 1,
      pointerType: 'pen',
    })
  return {
    async write(pad, strokes) {
      const placeOf = await placesOn(pad)
      for (const [first, ...rest] of strokes) {
        if (!first) continue
        await say('mousePressed', placeOf(first))
        for (const point of rest) await say('mouseMoved', placeOf(point))
        await say('mouseReleased', placeOf(rest.at(-1) ?? first))
      }
    },
  }
}
