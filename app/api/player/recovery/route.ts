import type { MadeCode } from '#game/protocol/http-answers'
import { hashRecoveryCode, makeRecoveryCode } from '#server/auth/recovery-code'
import { actionPrisma } from '#server/store/page-store'
import { saveRecoveryCode } from '#server/store/players/recovery-codes'
import { currentGuest } from '../../../_web/kit/player/current-guest'
import { answering, fromDatabase, refusalResponse } from '../../../_web/kit/player/refuse'

/** Makes a recovery code for the player of this browser. It is told this once. */
export async function POST(): Promise<Response> {
  return answering(async () => {
    const player = await currentGuest()
    if (!player) return refusalResponse('no-identity')
    const code = makeRecoveryCode()
    const hash = hashRecoveryCode(code)
    if (!hash) throw new Error('a code was made that is none')
    await fromDatabase(saveRecoveryCode(actionPrisma(), { player, hash, at: new Date() }))
    return Response.json({ code } satisfies MadeCode, { headers: { 'cache-control': 'no-store' } })
  })
}
