'use client'

import { createContext, useContext } from 'react'

/** The address to share with other people; see players-origin. */
export const OriginContext = createContext('')

export function useOrigin(): string {
  return useContext(OriginContext)
}
