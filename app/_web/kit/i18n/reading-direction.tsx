'use client'

import { Direction } from 'radix-ui'
import type { ReactNode } from 'react'

/** Tells the menus, sliders and toggles inside which way the arrow keys go. */
export function ReadingDirection({ dir, children }: { dir: 'ltr' | 'rtl'; children: ReactNode }) {
  return <Direction.Provider dir={dir}>{children}</Direction.Provider>
}
