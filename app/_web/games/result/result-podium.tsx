'use client'

import { domAnimation, LazyMotion, MotionConfig } from 'motion/react'
import type { ComponentProps } from 'react'
import { Podium } from '../../play/parts/podium'

/** The podium outside of its room. */
export function ResultPodium(props: ComponentProps<typeof Podium>) {
  return (
    <LazyMotion features={domAnimation} strict>
      <MotionConfig reducedMotion="user">
        <Podium {...props} />
      </MotionConfig>
    </LazyMotion>
  )
}
