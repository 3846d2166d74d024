import type { Browser } from '@playwright/test'
import { adminCookie } from '#server/auth/admin'
import { locales } from '../../app/_web/kit/i18n/locales'
import { adminPage } from '../pages/admin-page'
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
  data: () => '/profile/data',
  door: () => '/room/new',
  tv: () => '/tv',
  privacy: () => '/privacy',
  models: () => '/models',
  offline: () => '/offline',
  'not found': () => '/nowhere',
  'sign in': () => '/admin',
  admin: () => '/admin',
  samples: () => '/admin/samples',
  review: () => '/admin/review',
  stacks: () => '/admin/review/stacks',
  settle: () => '/admin/review/settle',
  reviewer: () => '/admin/review/name',
  datasets: () => '/admin/datasets',
  networks: () => '/admin/models',
  contributors: () => '/admin/contributors',
  moderation: () => '/admin/moderation',
  held: () => '/admin/held',
  server: () => '/admin/server',
}
/** Behind the password. */
const isAdmins = (page: keyof typeof addresses) =>
  addresses[page]('').startsWith('/admin') && page !== 'sign in'

const choices = {
  page: Object.keys(addresses) as (keyof typeof addresses)[],
  players: [1, 5, 12, 40],
  // Televisions show rooms alone.
  screen: (Object.keys(screens) as ScreenName[]).filter((name) => screens[name].kind !== 'tv'),
  locale: locales,
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

/** @returns the cookies of an admin */
async function signIn(browser: Browser, baseURL: string) {
  const context = await browser.newContext({ baseURL })
  const page = await context.newPage()
  await adminPage(page).signIn()
  await page.getByRole('button', { name: 'Sign out' }).waitFor()
  const cookies = await context.cookies()
  await context.close()
  return cookies.filter(({ name }) => name === adminCookie)
}

export async function openPages(
  browser: Browser,
  baseURL: string,
  first: PageState,
): Promise<Stage<PageState>> {
  const session = await signIn(browser, baseURL)
  const page = await openPage(browser, baseURL, first)
  const context = page.context()
  let looked: PageState | undefined
  return {
    page,
    async show(state) {
      await speak(page, state.locale, baseURL)
      // A page of the admin's leads to the sign-in by itself as soon as the session is gone.
      if (looked && isAdmins(looked.page)) await page.goto('about:blank')
      if (isAdmins(state.page)) await context.addCookies(session)
      else await context.clearCookies({ name: adminCookie })
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
