import { randomInt } from 'node:crypto'
import { roomCodeAlphabet, roomCodeLength } from '#game/protocol/scalars'
import { limits } from '#server/limits'
import { testSecret } from '#server/testing/game-server'
import { withServer } from '../../e2e/chaos/with-server'
import { type Report, rounded } from '../report'
import { openPlayer } from './player'

const rooms = 20
const guessers = 10
const triesAtOnce = 10
const guessMs = 25_000
const hits = 20

/** How fast room codes can be tried from one address, and whether a code that is right still opens its room after that. */
export async function benchCodes(): Promise<Report[]> {
  return withServer({ SESSION_SECRET: testSecret }, async ({ url }) => {
    const codes = await Promise.all(Array.from({ length: rooms }, (_, place) => openRoom(url, place + 1)))
    const guessed = await guess(url, '127.0.2.1')
    const [lateHits, lateTv] = [await enter(url, codes, false), await enter(url, codes, true)]
    const open = 100
    const space = roomCodeAlphabet.length ** roomCodeLength
    const minutesFor = (perMinute: number) => rounded(space / open / perMinute / 60)
    return [
      {
        title: `Codes: one address guesses for ${guessMs / 1000} s on ${guessers} connections, ${triesAtOnce} codes at a time`,
        rows: {
          'one address': {
            'tried/s': rounded(guessed.tried / (guessMs / 1000)),
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

/** By the limits as they are, for so many addresses that never rest. */
function perMinute(addresses: number): number {
  const { missedCodesPerAddress, missedCodesOfAll, missedCodesWindowMs, guardedShare } = limits
  const isGuarded = addresses * missedCodesPerAddress >= missedCodesOfAll
  const each = missedCodesPerAddress * (isGuarded ? guardedShare : 1)
  return (addresses * each) / (missedCodesWindowMs / 60_000)
}

/** Everybody who opens a room comes from elsewhere. */
async function openRoom(url: string, place: number): Promise<string> {
  const host = await openPlayer(url, `127.0.1.${place}`)
  const answer = await host?.ask('room:create', {})
  if (!answer?.ok || !answer.code) throw new Error('a room could not be opened')
  return answer.code
}

async function guess(url: string, localAddress: string) {
  const counts = { tried: 0, told: 0, refused: 0 }
  const until = performance.now() + guessMs
  const isOver = () => performance.now() > until
  const guessOn = async () => {
    while (!isOver()) {
      const player = await openPlayer(url, localAddress)
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

/** @returns how many right codes still let a stranger in from the guesser's address */
async function enter(url: string, codes: readonly string[], isTv: boolean): Promise<number> {
  let letIn = 0
  for (const code of codes.slice(0, hits)) {
    const player = await openPlayer(url, '127.0.2.1', isTv)
    const answer = await player?.ask(
      isTv ? 'room:watch' : 'room:join',
      isTv ? { code } : { code, isSpectator: false },
    )
    if (answer?.ok) letIn++
    player?.close()
  }
  return letIn
}

function randomCode(): string {
  return Array.from(
    { length: roomCodeLength },
    () => roomCodeAlphabet[randomInt(roomCodeAlphabet.length)],
  ).join('')
}
