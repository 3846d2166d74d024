import type { Browser } from '@playwright/test'
import { coverPairs } from './covering'
import { openPage, type Stage, setLook, settle, speak } from './stage'
import { type ScreenName, type State, screens } from './states'
import type { Scene } from './views'

/** A page outside of rooms, as somebody has set it up; `players` are those of the game that it is about. */
export type PageState = Pick<State, 'players' | 'screen' | 'locale' | 'names' | 'mode' | 'theme' | 'text'> & {
  readonly page: keyof typeof addresses
}

const addresses = {
  home: () => '/',
  practice: () => '/practice',
  daily: () => '/daily',
  leaderboard: () => '/leaderboard?board=race&span=all',
  result: (gameId: string) => `/result/${gameId}`,
  replay: (gameId: string) => `/replay/${gameId}`,
  profile: () => '/profile',
  device: () => '/profile/device',
  door: () => '/room/new',
  tv: () => '/tv',
  privacy: () => '/privacy',
  offline: () => '/offline',
  'not found': () => '/nowhere',
}

const choices = {
  page: Object.keys(addresses) as (keyof typeof addresses)[],
  players: [1, 5, 12, 40],
  // Televisions show rooms alone.
  screen: (Object.keys(screens) as ScreenName[]).filter((name) => screens[name].kind !== 'tv'),
  locale: ['en', 'de', 'ar'],
  names: ['short', 'wide'],
  mode: ['race', 'rush', 'relay'],
  theme: ['light', 'dark'],
  text: [100, 200],
} as const

export function pageStates(): PageState[] {
  const at = ({ page }: PageState) => choices.page.indexOf(page)
  return coverPairs(choices).sort((one, other) => at(one) - at(other))
}

export function pageTitleOf({ page, players, screen, locale, names, mode, theme, text }: PageState): string {
  const game = page === 'result' || page === 'replay' ? [mode, `${players} players`] : []
  return [page, ...game, screen, locale, theme]
    .concat(names === 'wide' ? 'wide names' : [], text === 200 ? 'text 200 %' : [])
    .join(' · ')
}

/** Games are stored when they are first looked at. */
const games = new Map<string, Promise<string>>()

function gameOf({ players, names, mode }: Pick<Scene, 'players' | 'names' | 'mode'>): Promise<string> {
  const key = `${players} ${names} ${mode}`
  // Rooms need no database, whose client takes a second to load.
  const store = () => import('./store-games').then(({ storeGame }) => storeGame({ players, names, mode }))
  const stored = games.get(key) ?? store()
  games.set(key, stored)
  return stored
}

export async function openPages(
  browser: Browser,
  baseURL: string,
  first: PageState,
): Promise<Stage<PageState>> {
  const page = await openPage(browser, baseURL, first)
  let looked: PageState | undefined
  return {
    page,
    async show(state) {
      await speak(page, state.locale, baseURL)
      const isOfGame = state.page === 'result' || state.page === 'replay'
      await page.goto(addresses[state.page](isOfGame ? await gameOf(state) : ''))
      await setLook(page, state, looked)
      looked = state
      await page.waitForLoadState('networkidle')
      await page.evaluate(settle)
    },
    close: () => page.context().close(),
  }
}
