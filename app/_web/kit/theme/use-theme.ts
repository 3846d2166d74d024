'use client'

import { useSyncExternalStore } from 'react'
import { matchesMedia, watchMedia } from '../browser/screen'
import { parseTheme, type Theme } from './theme'

const systemDark = '(prefers-color-scheme: dark)'

function current(): Theme {
  const chosen = parseTheme(document.documentElement.dataset.theme)
  return chosen ?? (matchesMedia(systemDark) ? 'dark' : 'light')
}

function subscribe(changed: () => void): () => void {
  const choice = new MutationObserver(changed)
  choice.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  const forgetSystem = watchMedia(systemDark, changed)
  return () => {
    choice.disconnect()
    forgetSystem()
  }
}

/** The theme on show, for what is painted by hand; all else takes its colours from the tokens. */
export function useTheme(): Theme {
  return useSyncExternalStore(subscribe, current, () => 'light')
}
