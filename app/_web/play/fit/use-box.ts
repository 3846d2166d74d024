import { type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { matchesMedia, watchPixels } from '../../kit/browser/screen'

/** How large an element is inside, in px, how large a unit is on its screen, how high that is, and whether it lies down. */
export type Box = {
  readonly width: number
  readonly height: number
  readonly unit: number
  readonly screenHeight: number
  readonly isLandscape: boolean
}

/** Measures an element before it is first shown, and whenever it changes. @returns null until then */
export function useBox<Measured extends HTMLElement>(): [RefObject<Measured | null>, Box | null] {
  const ref = useRef<Measured>(null)
  const [box, setBox] = useState<Box | null>(null)
  useLayoutEffect(() => {
    const element = ref.current
    if (!element) return
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = element
      const unit = Number.parseFloat(getComputedStyle(element).getPropertyValue('--u')) || 16
      const isLandscape = matchesMedia('(orientation: landscape)')
      const screenHeight = element.closest('.screen')?.clientHeight ?? height
      setBox((before) =>
        before?.width === width &&
        before.height === height &&
        before.unit === unit &&
        before.screenHeight === screenHeight &&
        before.isLandscape === isLandscape
          ? before
          : { width, height, unit, screenHeight, isLandscape },
      )
    }
    measure()
    return watchPixels(element, measure)
  }, [])
  return [ref, box]
}
