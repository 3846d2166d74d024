import type { Locator, Page } from '@playwright/test'
import { countPoints } from '#game/drawing/ink'
import { decodeInk } from '#game/drawing/ink-codec'

/** The box around all ink on a pad, in a square of 1, in hundredths; null while the paper is white. */
export function inkOn(
  pad: Locator,
): Promise<{ left: number; top: number; right: number; bottom: number } | null> {
  return pad.evaluate((element) => {
    let [left, top, right, bottom] = [1, 1, 0, 0]
    for (const canvas of element.querySelectorAll('canvas')) {
      const { width, height } = canvas
      const pixels = canvas.getContext('2d')?.getImageData(0, 0, width, height).data ?? []
      for (let pixel = 0; pixel < width * height; pixel++) {
        if ((pixels[pixel * 4 + 3] ?? 0) < 128) continue
        const [x, y] = [(pixel % width) / width, Math.floor(pixel / width) / height]
        left = Math.min(left, x)
        top = Math.min(top, y)
        right = Math.max(right, x)
        bottom = Math.max(bottom, y)
      }
    }
    const hundredths = (share: number) => Math.round(share * 100)
    return left > right
      ? null
      : {
          left: hundredths(left),
          top: hundredths(top),
          right: hundredths(right),
          bottom: hundredths(bottom),
        }
  })
}

/** Reads along what a page sends. @returns how many points of ink it has been so far */
export function countSentPoints(page: Page): () => number {
  let count = 0
  page.on('websocket', (socket) =>
    socket.on('framesent', ({ payload }) => {
      const [, text = 'null'] = /^42\d*(\["ink:add".*)$/.exec(String(payload)) ?? []
      const message: [string, { inkText: string }] | null = JSON.parse(text)
      if (message) count += countPoints(decodeInk(message[1].inkText))
    }),
  )
  return () => count
}

/** Runs in the page. @returns whether anything is drawn on a canvas */
export function hasInk(canvas: HTMLElement): boolean {
  const { width, height } = canvas as HTMLCanvasElement
  const picture = (canvas as HTMLCanvasElement).getContext('2d')?.getImageData(0, 0, width, height)
  return picture?.data.some((value) => value > 0) ?? false
}
