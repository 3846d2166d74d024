'use client'

import type { ComponentProps } from 'react'
import { Motion } from '../../kit/motion'
import { Podium } from '../../play/parts/podium'

/** The podium outside of its room. */
export function ResultPodium(props: ComponentProps<typeof Podium>) {
  return (
    <Motion>
      <Podium {...props} />
    </Motion>
  )
}
