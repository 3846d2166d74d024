import { setTimeout as pause } from 'node:timers/promises'
import { type Account, faultsOf, settleAccount } from './account'
import { openArena } from './arena'
import { withServer } from './with-server'

export type KillPlan = {
  /** The server is killed in each of these phases in turn, as soon as some room is in it. */
  readonly phases: readonly string[]
  readonly kills: number
  /** Where the kills take longer, there are fewer of them. */
  readonly longestMs?: number
  readonly rooms: number
  readonly players: number
  readonly rounds: number
  /** How long after a phase has begun the server is killed at the latest, ms. */
  readonly withinMs?: number
  /** Added to the server's environment, such as a library that slows its disk down. */
  readonly environment?: Record<string, string>
  readonly tell?: (line: string) => void
}

export type Kill = {
  readonly phase: string
  /** How long the server took to start, ms. */
  readonly startMs: number
  /** From the moment the server listens to everybody on their seat, for each player, ms. */
  readonly backMs: readonly number[]
}

export type KillReport = Account & { readonly kills: readonly Kill[] }

/** Kills a real server again and again while bots play on it, and says what was lost. */
export async function runKills(plan: KillPlan): Promise<KillReport> {
  const { phases, kills, rooms, players, rounds, withinMs = 1_500, environment = {}, tell = () => {} } = plan
  return withServer({ environment }, async ({ url, secret, databaseUrl, kill, start }) => {
    const arena = await openArena(url, secret, { rooms, players, rounds })
    const done: Kill[] = []
    const giveUpAt = performance.now() + (plan.longestMs ?? Number.POSITIVE_INFINITY)
    for (let index = 0; index < kills && performance.now() < giveUpAt; index++) {
      const phase = phases[index % phases.length] ?? 'drawing'
      await arena.reaches(phase)
      // Anywhere in the phase, not always at its beginning.
      if (phase !== 'judging') await pause(Math.random() * withinMs)
      await kill()
      const killedAt = performance.now()
      await start()
      const startMs = performance.now() - killedAt
      const backMs = await arena.isBack()
      done.push({ phase, startMs, backMs })
      const [started, back] = [startMs, Math.max(...backMs)].map(Math.round)
      const faults = faultsOf(arena).length
      tell(`kill ${index + 1} in ${phase}: started in ${started} ms, back after ${back} ms, ${faults} faults`)
    }
    return { kills: done, ...(await settleAccount(arena, databaseUrl)) }
  })
}
