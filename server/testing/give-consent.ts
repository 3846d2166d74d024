import { consentVersion } from '#game/protocol/consent'
import type { RecordedPlayer } from '#game/records/record'
import { saveConsent } from '#server/store/players/save-consent'
import type { Prisma } from '#server/store/prisma'

/** Players who agreed to training long before any game of a test began. */
export async function giveConsent(prisma: Prisma, ...players: readonly RecordedPlayer[]): Promise<void> {
  for (const player of players)
    await saveConsent(prisma, player, { hasConsented: true, version: consentVersion, at: new Date(0) })
}
