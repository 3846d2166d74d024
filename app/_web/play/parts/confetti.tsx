'use client'

import { useReducedMotion } from 'motion/react'
import type { CSSProperties } from 'react'
import { hueCount } from '#game/protocol/constants'
import { InkShape } from '../../ink/ink-shape'

const pieces = Array.from({ length: 36 }, (_, index) => ({
  // Spread by the golden angle, and neighbours of one place fall at other times: even, and without a pattern.
  left: (index * 61.8) % 100,
  delayMs: (index * 311) % 900,
  turn: ((index * 222) % 720) - 360,
  colour: index % hueCount,
}))

/** The inks rain down once, for the winner. Nothing of it where the player wants no motion. */
export function Confetti() {
  if (useReducedMotion()) return null
  return (
    <div aria-hidden="true" className="pointer-events-none absolute inset-0 z-10 overflow-clip">
      {pieces.map(({ left, delayMs, turn, colour }) => (
        <span
          key={left}
          className="confetti absolute top-0"
          style={
            { left: `${left}%`, animationDelay: `${delayMs}ms`, '--turn': `${turn}deg` } as CSSProperties
          }
        >
          <InkShape colour={colour} className="size-4" />
        </span>
      ))}
    </div>
  )
}
