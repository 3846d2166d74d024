import type { InkShapeName } from './palette'
import { inkColour, inkOf } from './palette'

/** In a square of 24. */
const outlines: Record<InkShapeName, string> = {
  circle: 'M12 3a9 9 0 1 1 0 18a9 9 0 0 1 0-18z',
  square:
    'M5.5 4h13A1.5 1.5 0 0 1 20 5.5v13a1.5 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 4 18.5v-13A1.5 1.5 0 0 1 5.5 4z',
  triangle:
    'M12 3.2c.6 0 1 .3 1.3.8l8.2 14.6c.6 1.1-.1 2.4-1.3 2.4H3.8c-1.2 0-1.9-1.3-1.3-2.4L10.7 4c.3-.5.7-.8 1.3-.8z',
  diamond: 'M12 2l8.5 10L12 22L3.5 12z',
  star: 'M12 2.2l2.9 6.4 7 .8-5.2 4.7 1.5 6.9L12 17.5 5.8 21l1.5-6.9L2.1 9.4l7-.8z',
  drop: 'M12 2c3.8 4.7 7 8.2 7 12.2A7 7 0 0 1 5 14.2C5 10.2 8.2 6.7 12 2z',
  cross: 'M9 3h6v6h6v6h-6v6H9v-6H3V9h6z',
  heart: 'M12 21C6 16.5 2.5 13 2.5 8.8A5 5 0 0 1 12 6.6a5 5 0 0 1 9.5 2.2C21.5 13 18 16.5 12 21z',
  hexagon: 'M12 2l8.7 5v10L12 22l-8.7-5V7z',
  moon: 'M14.5 2.5A9.7 9.7 0 1 0 21.5 15 8 8 0 0 1 14.5 2.5z',
  ring: 'M12 2.5a9.5 9.5 0 1 1 0 19a9.5 9.5 0 0 1 0-19zm0 5.5a4 4 0 1 0 0 8a4 4 0 0 0 0-8z',
  leaf: 'M4 20C3 10 9 3.5 21 3C21.5 14 15 21 6 19.5z',
}

export function shapeOutline(colour: number): string {
  return outlines[inkOf(colour).shape]
}

/** The sign of a player beside their colour; says nothing to a screen reader, the name does. */
export function InkShape({ colour, className = 'size-4' }: { colour: number; className?: string }) {
  return (
    <svg
      viewBox="0 0 24 24"
      aria-hidden
      className={`shrink-0 ${className}`}
      style={{ color: inkColour(colour) }}
    >
      <path d={shapeOutline(colour)} fill="currentColor" fillRule="evenodd" />
    </svg>
  )
}

/** A drop of ink in the colour of the text; one that has gone falls, and leaves its outline. */
export function InkDrop({ isGone, className }: { isGone: boolean; className?: string }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden className={className}>
      <path d={outlines.drop} fill="none" stroke="currentColor" strokeWidth="0.8" opacity="0.35" />
      <path d={outlines.drop} fill="currentColor" className="ink-drop" data-gone={isGone} />
    </svg>
  )
}
