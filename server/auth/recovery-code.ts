import { createHash, randomInt } from 'node:crypto'
import { z } from 'zod'
import { normaliseRoomCode, roomCodeAlphabet } from '#game/protocol/constants'

/** 94 bits, enough to store the code as a plain hash and look it up by that. */
const codeLength = 20
const groupLength = 4

/** Normalised like a room code: case, blanks, dashes and look-alikes do not matter. */
const recoveryCode = z
  .string()
  .max(60)
  .transform(normaliseRoomCode)
  .pipe(z.string().regex(new RegExp(`^[${roomCodeAlphabet}]{${codeLength}}$`)))

/** A new code, in groups for reading and typing. */
export function makeRecoveryCode(): string {
  const letters = Array.from(
    { length: codeLength },
    () => roomCodeAlphabet[randomInt(roomCodeAlphabet.length)],
  )
  return letters.join('').replaceAll(new RegExp(`.{${groupLength}}(?=.)`, 'g'), '$& ')
}

/** @returns the hash that is stored; null for text that cannot be a code */
export function hashRecoveryCode(typed: unknown): string | null {
  const parsed = recoveryCode.safeParse(typed)
  return parsed.success
    ? createHash('sha256').update(`digit-dash recovery ${parsed.data}`).digest('hex')
    : null
}
