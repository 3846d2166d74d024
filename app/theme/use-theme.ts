'use client'

import { useSyncExternalStore } from 'react'
import { parseTheme, type Theme } from './theme'

const systemDark = '(prefers-color-scheme: dark)'

function current(): Theme {
  const chosen = parseTheme(document.documentElement.dataset.theme)
  return chosen ?? (window.matchMedia(systemDark).matches ? 'dark' : 'light')
}

function subscribe(changed: () => void): () => void {
  const system = window.matchMedia(systemDark)
  const choice = new MutationObserver(changed)
  choice.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  system.addEventListener('change', changed)
  return () => {
    choice.disconnect()
    system.removeEventListener('change', changed)
  }
}

/** The theme on show, for what is painted by hand; all else takes its colours from the tokens. */
export function useTheme(): Theme {
  return useSyncExternalStore(subscribe, current, () => 'light')
}
