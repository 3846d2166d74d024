import { type Locale, locales } from '../../app/_web/kit/i18n/locales'
import { coverPairs } from './covering'
import type { Scene, ShownPhase } from './views'

export const screens = {
  '360x640': { width: 360, height: 640, kind: 'phone' },
  '390x844': { width: 390, height: 844, kind: 'phone' },
  '844x390': { width: 844, height: 390, kind: 'phone' },
  '667x375': { width: 667, height: 375, kind: 'phone' },
  '820x1180': { width: 820, height: 1180, kind: 'phone' },
  '1024x768': { width: 1024, height: 768, kind: 'desk' },
  '1440x900': { width: 1440, height: 900, kind: 'desk' },
  'tv 1366x768': { width: 1366, height: 768, kind: 'tv' },
  /** The same at 150 % zoom. */
  'tv 911x512': { width: 911, height: 512, kind: 'tv' },
  'tv 1920x1080': { width: 1920, height: 1080, kind: 'tv' },
  'tv 3840x2160': { width: 3840, height: 2160, kind: 'tv' },
} as const
export type ScreenName = keyof typeof screens

export const kinds = ['phone', 'desk', 'tv'] as const

/** What a page is opened with; all else changes while it is open. */
export function loadKeyOf({ locale, viewer }: State): string {
  return `${locale} ${viewer}`
}

/** A scene on a screen, as somebody has set it up. */
export type State = Scene & {
  readonly screen: ScreenName
  readonly locale: Locale
  readonly theme: 'light' | 'dark'
  /** Percent. */
  readonly text: 100 | 200
  /** Whether the podium asks if drawings may be kept. */
  readonly isAsked: boolean
}

const choices = {
  players: [1, 2, 5, 8, 12, 24, 40],
  screen: Object.keys(screens) as ScreenName[],
  locale: locales,
  names: ['short', 'wide'],
  mode: ['race', 'rush', 'relay', 'fool'],
  isTimed: [true, false],
  twist: ['none', 'sums', 'mirror', 'both', 'ghosts'],
  theme: ['light', 'dark'],
  text: [100, 200],
  viewer: ['host', 'guest', 'spectator', 'tv'],
  isAsked: [true, false],
} as const

export const phases = ['lobby', 'countdown', 'drawing', 'judging', 'voting', 'reveal', 'finished'] as const

/** TVs have no seat, and letters that grow with the screen alone. */
function isPossible(row: Partial<State>): boolean {
  const isTv = row.screen === undefined ? undefined : screens[row.screen].kind === 'tv'
  if (isTv !== undefined && row.viewer !== undefined && isTv !== (row.viewer === 'tv')) return false
  if (row.text === 200 && (isTv || row.viewer === 'tv')) return false
  if (row.isAsked && (isTv || row.viewer === 'tv' || row.viewer === 'spectator')) return false
  // Ghosts are for who is alone.
  const isRacing = row.twist === 'ghosts'
  if (isRacing && row.players !== undefined && row.players > 1) return false
  if (isRacing && (row.mode === 'relay' || row.mode === 'fool')) return false
  // Where people vote, nobody plays alone.
  if (row.players === 1 && row.mode === 'fool') return false
  return !(row.players === 1 && row.viewer === 'guest')
}

/** In each phase every pair of choices, the small screens first. */
export function statesOf(phase: ShownPhase): State[] {
  const at = ({ screen }: State) => choices.screen.indexOf(screen)
  const modes = phase === 'voting' ? (['fool'] as const) : choices.mode
  return coverPairs({ ...choices, mode: modes }, isPossible)
    .map((row): State => ({ ...row, isAsked: row.isAsked && phase === 'finished', phase }))
    .sort((one, other) => at(one) - at(other))
}

export function titleOf(state: State): string {
  const { phase, players, screen, locale, names, mode, isTimed, twist, theme, text, viewer, isAsked } = state
  return [phase, mode, `${players} players`, screen, viewer, locale, theme]
    .concat(names === 'wide' ? 'wide names' : [], isTimed ? [] : 'untimed', text === 200 ? 'text 200 %' : [])
    .concat(twist === 'none' ? [] : twist, isAsked ? 'asked' : [])
    .join(' · ')
}
