import { z } from 'zod'
import type { RecordedPlayer } from '#game/record'
import { ownName } from '#server/auth/names'
import { hashRecoveryCode } from '#server/auth/recovery-code'
import { pagePrisma } from '#server/store/page-store'
import { takeRecoveryCode } from '#server/store/recovery-codes'
import { sealPlayer, wearSeal } from '../../../player/become-player'

const typed = z.object({ code: z.string() })

/** Makes this browser the player's whose recovery code it is; the code is used up. */
export async function POST(request: Request): Promise<Response> {
  const parsed = typed.safeParse(await request.json().catch(() => null))
  const hash = hashRecoveryCode(parsed.data?.code)
  const sealed = hash && (await takeRecoveryCode(pagePrisma(), hash, seal))
  if (!sealed) return Response.json({ refusal: 'no-such-code' }, { status: 404 })
  await wearSeal(sealed.seal)
  return Response.json({ name: sealed.name })
}

async function seal({ id, name: stored, colour, hasConsented }: RecordedPlayer) {
  const name = ownName(stored)
  return { name, seal: await sealPlayer({ id, name, colour, hasConsented }) }
}
