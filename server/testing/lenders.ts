import { beforeEach } from 'vitest'
import type { DrawingRecord, GameHeader } from '#game/records/record'
import { giveConsent } from './give-consent'
import { gameHeader, playerNamed, roundOf } from './records'
import { saveShortGame } from './save-short-game'
import { testStore } from './store'

/** A store in which two players have said yes to training before each test. */
export function lenders(...names: [string, string]) {
  const store = testStore()
  const [one, other] = names.map((name) => playerNamed(name)) as [
    ReturnType<typeof playerNamed>,
    ReturnType<typeof playerNamed>,
  ]
  beforeEach(() => giveConsent(store.prisma, one, other))
  return {
    store,
    players: [one, other] as const,
    /** Stores a game of one round with these drawings. */
    play: (drawings: readonly DrawingRecord[], header: Partial<GameHeader> = {}) =>
      saveShortGame(store.prisma, roundOf(gameHeader(header), 0, drawings)),
  }
}
