import { z } from 'zod'
import { hashRecoveryCode } from '#server/auth/recovery-code'
import { pagePrisma } from '#server/store/page-store'
import { takeRecoveryCode } from '#server/store/recovery-codes'
import { becomePlayer } from '../../../player/become-player'

const typed = z.object({ code: z.string() })

/** Makes this browser the player's whose recovery code it is; the code is used up. */
export async function POST(request: Request): Promise<Response> {
  const parsed = typed.safeParse(await request.json().catch(() => null))
  const hash = hashRecoveryCode(parsed.data?.code)
  const player = hash && (await takeRecoveryCode(pagePrisma(), hash))
  if (!player) return Response.json({ refusal: 'no-such-code' }, { status: 404 })
  await becomePlayer(player)
  return Response.json({ name: player.name })
}
