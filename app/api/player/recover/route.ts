import { type RecoveredPlayer, typedCode } from '#game/protocol/http-answers'
import type { RecordedPlayer } from '#game/records/record'
import { ownName } from '#server/auth/names'
import { hashRecoveryCode } from '#server/auth/recovery-code'
import { actionPrisma } from '#server/store/page-store'
import { takeRecoveryCode } from '#server/store/players/recovery-codes'
import { sealPlayer, setPlayerCookie } from '../../../_web/kit/player/player-cookie'
import { answering, fromDatabase, refusalResponse } from '../../../_web/kit/player/refuse'

/** Makes this browser the player's whose recovery code it is; the code is used up. */
export async function POST(request: Request): Promise<Response> {
  return answering(async () => {
    const parsed = typedCode.safeParse(await request.json().catch(() => null))
    if (!parsed.success) return refusalResponse('bad-message')
    const hash = hashRecoveryCode(parsed.data.code)
    const sealed = hash && (await fromDatabase(takeRecoveryCode(actionPrisma(), hash, seal)))
    if (!sealed) return refusalResponse('no-such-code')
    await setPlayerCookie(sealed.seal)
    return Response.json({ name: sealed.name } satisfies RecoveredPlayer)
  })
}

async function seal({ id, name: stored, colour }: RecordedPlayer) {
  const name = ownName(stored)
  return { name, seal: await sealPlayer({ id, name, colour }) }
}
