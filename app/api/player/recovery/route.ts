import { hashRecoveryCode, makeRecoveryCode } from '#server/auth/recovery-code'
import { pagePrisma } from '#server/store/page-store'
import { saveRecoveryCode } from '#server/store/recovery-codes'
import { currentGuest } from '../../../player/current-guest'

/** Makes a recovery code for the player of this browser. It is told this once. */
export async function POST(): Promise<Response> {
  const player = await currentGuest()
  if (!player) return Response.json({ refusal: 'no-identity' }, { status: 401 })
  const code = makeRecoveryCode()
  const hash = hashRecoveryCode(code)
  if (!hash) throw new Error('a code was made that is none')
  await saveRecoveryCode(pagePrisma(), { player, hash, at: new Date() })
  return Response.json({ code }, { headers: { 'cache-control': 'no-store' } })
}
