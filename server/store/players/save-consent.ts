import { unaskedVersion } from '#game/protocol/consent'
import type { RecordedPlayer } from '#game/records/record'
import { transactionLimits } from '#server/store/games/save-round'
import type { Prisma } from '#server/store/prisma'
import { changeSamplesOf } from '#server/store/samples/sample-tally'
import { unlessErased } from './tombstones'

/** What a player said, when, and to which version of the words. */
export type GivenConsent = { readonly hasConsented: boolean; readonly version: number; readonly at: Date }

/**
 * Keeps a player's answer: may their drawings train the network? Who has not been recorded yet is known from then on. The same
 * answer to the same words changes nothing, so that it may be sent twice. A yes covers what 0.5.0 had kept without asking: the
 * player is told how many those are before they answer. Who was erased does not come back by it.
 */
export async function saveConsent(
  prisma: Prisma,
  player: Pick<RecordedPlayer, 'id' | 'name' | 'colour'>,
  { hasConsented, version, at }: GivenConsent,
): Promise<void> {
  const { id, name, colour } = player
  // Any record of them is newer.
  const seenAt = new Date(0)
  await prisma.$transaction(
    (transaction) =>
      unlessErased(transaction, [id], () =>
        changeSamplesOf(transaction, id, async () => {
          await transaction.$executeRaw`
          insert into "Player" (id, name, colour, "seenAt", "hasConsented", "consentVersion", "consentAnsweredAt")
          values (${id}::uuid, ${name}, ${colour}, ${seenAt}, ${hasConsented}, ${version}, ${at})
          on conflict (id) do update set "hasConsented" = excluded."hasConsented",
            "consentVersion" = excluded."consentVersion", "consentAnsweredAt" = excluded."consentAnsweredAt"
          where "Player"."hasConsented" is distinct from excluded."hasConsented"
            or "Player"."consentVersion" is distinct from excluded."consentVersion"`
          if (!hasConsented) return
          await transaction.sample.updateMany({
            where: { contributorId: id, consentVersion: unaskedVersion },
            data: { consentVersion: version },
          })
        }),
      ),
    transactionLimits,
  )
}
