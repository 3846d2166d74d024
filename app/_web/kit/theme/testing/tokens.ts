import { readFileSync } from 'node:fs'

const styles = readFileSync(new URL('../../../../globals.css', import.meta.url), 'utf8')

/** The colours of a theme as globals.css has them: #rrggbb by name. */
export function tokensOf(theme: 'light' | 'dark'): Record<string, string> {
  const tokens = styles.matchAll(/--color-([\w-]+): light-dark\((#\w+), (#\w+)\)/g)
  return Object.fromEntries(
    [...tokens].map(([, name = '', light = '', dark = '']) => [name, theme === 'light' ? light : dark]),
  )
}
