import getPort from 'get-port'
import { startServer } from '../server'
import { type Account, settleAccount } from './account'
import { openArena } from './arena'
import { withServer } from './with-server'

export type SecondServerPlan = {
  readonly phases: readonly string[]
  readonly rooms: number
  readonly players: number
  readonly rounds: number
  readonly tell?: (line: string) => void
}

/** Starts a second server on the data folder of one that plays, in each phase: it has to be refused, and nobody to notice. */
export async function runSecondServer(plan: SecondServerPlan): Promise<Account> {
  const { phases, rooms, players, rounds, tell = () => {} } = plan
  return withServer(
    { hasBuiltInDatabase: true },
    async ({ url, secret, databaseUrl, environment, hasEnded }) => {
      const arena = await openArena(url, secret, { rooms, players, rounds })
      const faults: string[] = []
      const names = `in use by the server on port ${environment.PORT} `
      for (const phase of phases) {
        await arena.reaches(phase)
        const begin = performance.now()
        const said = await refusalOf({ ...environment, PORT: String(await getPort({ host: '127.0.0.1' })) })
        const tookMs = Math.round(performance.now() - begin)
        tell(`second server in ${phase}: refused after ${tookMs} ms: ${said}`)
        if (!said?.includes(names))
          faults.push(`second server in ${phase}: it said ${said ?? 'nothing, and runs'}`)
        if (hasEnded()) faults.push(`second server in ${phase}: the first one has ended`)
      }
      const account = await settleAccount(arena, databaseUrl)
      return { ...account, faults: [...faults, ...account.faults] }
    },
  )
}

/** @returns what a server said that did not start, null when it did */
async function refusalOf(environment: Record<string, string>): Promise<string | null> {
  try {
    const server = await startServer(environment)
    await server.stop()
    return null
  } catch (error) {
    return (error as Error).message.trim()
  }
}
