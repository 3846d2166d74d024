import { randomInt } from 'node:crypto'
import { roomCodeAlphabet, roomCodeLength } from '#game/protocol/constants'
import { limits } from '#server/edge/limits'
import { testSecret } from '#server/testing/game-server'
import { withServer } from '../../e2e/chaos/with-server'
import { type Report, rounded } from '../report'
import { type AttackPlayer, openPlayer } from './player'

const rooms = 20
const guessers = 10
const triesAtOnce = 10
const guessMs = 25_000
const hits = 20
/** The address of the guesser, and of everybody who shares it. */
const guesserAddress = '127.0.2.1'

/** How fast room codes can be guessed from one address, and whether a right code still works there afterwards. */
export async function benchCodes(): Promise<Report[]> {
  return withServer({ environment: { SESSION_SECRET: testSecret } }, async ({ url }) => {
    const codes = await Promise.all(Array.from({ length: rooms }, (_, place) => openRoom(url, place + 1)))
    // There before the guessing, so that only the limit on codes can keep them out.
    const [strangers, tvs] = [await openMany(url, false), await openMany(url, true)]
    const guessed = await guess(url)
    const lateHits = await countLetIn(strangers, codes, 'room:join')
    const lateTv = await countLetIn(tvs, codes, 'room:watch')
    const open = 100
    const space = roomCodeAlphabet.length ** roomCodeLength
    const minutesFor = (perMinute: number) => rounded(space / open / perMinute / 60)
    return [
      {
        title: `Codes: one address guesses for ${guessMs / 1000} s on ${guessers} connections, ${triesAtOnce} codes at a time`,
        rows: {
          'one address': {
            'answered/s': rounded(guessed.tried / (guessMs / 1000)),
            'told whether a room has it': guessed.told,
            refused: guessed.refused,
            [`of ${hits} right codes after that, let in`]: lateHits,
            'of those as a TV': lateTv,
          },
        },
        notes: [
          `${space.toLocaleString('en')} codes. By the limits, hours until one of ${open} open rooms is found: ${minutesFor(perMinute(1))} from one address, ${minutesFor(perMinute(100))} from a hundred.`,
        ],
      },
    ]
  })
}

/** Computed from the rate limits, for a number of addresses that guess without a pause. */
function perMinute(addresses: number): number {
  const { missedCodesPerAddress, missedCodesOfAll, missedCodesWindowMs, guardedShare } = limits
  const isGuarded = addresses * missedCodesPerAddress >= missedCodesOfAll
  const each = missedCodesPerAddress * (isGuarded ? guardedShare : 1)
  return (addresses * each) / (missedCodesWindowMs / 60_000)
}

/** Hosts connect from other addresses. */
async function openRoom(url: string, place: number): Promise<string> {
  const host = await openPlayer(url, `127.0.1.${place}`)
  const answer = await host?.ask('room:create', {})
  if (!answer?.ok || !answer.code) throw new Error('a room could not be opened')
  return answer.code
}

async function guess(url: string) {
  const counts = { tried: 0, told: 0, refused: 0 }
  const until = performance.now() + guessMs
  const isOver = () => performance.now() > until
  const guessOn = async () => {
    while (!isOver()) {
      const player = await openPlayer(url, guesserAddress)
      if (!player) await new Promise((resolve) => setTimeout(resolve, 100))
      while (player && !isOver()) {
        const asked = Array.from({ length: triesAtOnce }, () =>
          player.ask('room:join', { code: randomCode(), isSpectator: true }),
        )
        const answers = (await Promise.all(asked)).filter((answer) => answer !== null)
        counts.tried += answers.length
        counts.told += answers.filter((answer) => answer.ok || answer.refusal === 'no-such-room').length
        counts.refused += answers.filter(
          (answer) => !answer.ok && answer.refusal === 'too-many-from-here',
        ).length
        if (answers.length < triesAtOnce) break
      }
      player?.close()
    }
  }
  await Promise.all(Array.from({ length: guessers }, guessOn))
  return counts
}

function openMany(url: string, isTv: boolean): Promise<(AttackPlayer | null)[]> {
  return Promise.all(Array.from({ length: hits }, () => openPlayer(url, guesserAddress, isTv)))
}

/** @returns how many right codes still work from the guesser's address */
async function countLetIn(
  players: readonly (AttackPlayer | null)[],
  codes: readonly string[],
  name: 'room:join' | 'room:watch',
): Promise<number> {
  const answers = await Promise.all(
    players.map((player, place) => {
      const code = codes[place % codes.length]
      return player?.ask(name, name === 'room:join' ? { code, isSpectator: false } : { code })
    }),
  )
  return answers.filter((answer) => answer?.ok).length
}

function randomCode(): string {
  return Array.from(
    { length: roomCodeLength },
    () => roomCodeAlphabet[randomInt(roomCodeAlphabet.length)],
  ).join('')
}
