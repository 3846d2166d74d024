import { type RecoveredPlayer, typedCode } from '#game/protocol/http-answers'
import { hashRecoveryCode } from '#server/auth/recovery-code'
import { pagePrisma } from '#server/store/page-store'
import { takeRecoveryCode } from '#server/store/recovery-codes'
import { becomePlayer } from '../../../player/become-player'
import { answering, fromDatabase, refuse } from '../../refuse'

/** Makes this browser the player's whose recovery code it is; the code is used up. */
export async function POST(request: Request): Promise<Response> {
  return answering(async () => {
    const parsed = typedCode.safeParse(await request.json().catch(() => null))
    if (!parsed.success) return refuse('bad-message')
    const hash = hashRecoveryCode(parsed.data.code)
    const player = hash && (await fromDatabase(takeRecoveryCode(pagePrisma(), hash)))
    if (!player) return refuse('no-such-code')
    await becomePlayer(player)
    return Response.json({ name: player.name } satisfies RecoveredPlayer)
  })
}
