import { setTimeout as pause } from 'node:timers/promises'
import { startServer } from '../server'
import { type Account, settleAccount } from './account'
import { openArena } from './arena'
import { isReady, untilReadiness } from './readiness'
import { openSmallDisk } from './small-disk'
import { withServer } from './with-server'

export type DiskPlan = {
  /** How often the disk fills up in mid-game. */
  readonly times: number
  /** How long it stays full, ms. */
  readonly fullMs: number
  readonly rooms: number
  readonly players: number
  readonly rounds: number
  readonly tell?: (line: string) => void
}

/** Postgres alone takes 60 MB; a smaller disk is too small. */
const diskMb = { enough: 200, tooSmall: 30 }

/**
 * Starts a server on a full disk and on one that is too small, then plays on one that fills up in mid-game.
 * @returns null where this user or system cannot have a small disk
 */
export async function runDisk(plan: DiskPlan): Promise<Account | null> {
  const { tell = () => {} } = plan
  const faults: string[] = []
  for (const [megabytes, isFull] of [
    [diskMb.tooSmall, true],
    [diskMb.tooSmall, false],
  ] as const) {
    const said = await startOnFullDisk(megabytes, isFull)
    if (said === null) return null
    tell(`a disk of ${megabytes} MB, ${isFull ? 'full' : 'empty'}: ${said}`)
    // One line that names the folder and the way out, and no other.
    if (!/^the server ended with 1: The disk of \S+ is full\. Make room, .+$/.test(said))
      faults.push(`a start on a full disk ends with: ${said}`)
  }
  const account = await playOnFullDisk(plan)
  return account && { ...account, faults: [...faults, ...account.faults] }
}

async function startOnFullDisk(megabytes: number, isFull: boolean): Promise<string | null> {
  const disk = await openSmallDisk(megabytes)
  if (!disk) return null
  try {
    if (isFull) disk.fill()
    const server = await startServer({ DATA_FOLDER: disk.folder, LOG_LEVEL: 'warn' })
    await server.stop()
    return 'it started'
  } catch (error) {
    return (error as Error).message.trim()
  } finally {
    await disk.close()
  }
}

async function playOnFullDisk(plan: DiskPlan): Promise<Account | null> {
  const { times, fullMs, rooms, players, rounds, tell = () => {} } = plan
  const disk = await openSmallDisk(diskMb.enough)
  if (!disk) return null
  const surroundings = { hasBuiltInDatabase: true, dataFolder: disk.folder }
  try {
    return await withServer(surroundings, async ({ url, secret, databaseUrl, kill, start }) => {
      const arena = await openArena(url, secret, { rooms, players, rounds })
      const faults: string[] = []
      for (let time = 1; time <= times; time++) {
        await arena.reaches('drawing')
        disk.fill()
        const begin = performance.now()
        const noticedMs = await untilReadiness(
          url,
          ({ status, parts }) => status === 503 && parts.disk !== 'ok',
        )
        if (noticedMs === Number.POSITIVE_INFINITY) faults.push('readyz does not say that the disk is full')
        // Rounds and games end meanwhile, and are shown.
        for (const phase of ['reveal', 'finished']) await arena.reaches(phase)
        await pause(Math.max(0, fullMs - (performance.now() - begin)))
        const lastedMs = Math.round(performance.now() - begin)
        await disk.free()
        const readyMs = await untilReadiness(url, isReady)
        if (readyMs === Number.POSITIVE_INFINITY)
          faults.push('the server is not ready again on a disk with room')
        // What was shown meanwhile has to be on the disk by now.
        await kill()
        await start()
        await arena.isBack()
        tell(
          `full for ${lastedMs} ms: said so after ${noticedMs} ms, ready ${readyMs} ms after there was room`,
        )
      }
      const account = await settleAccount(arena, databaseUrl)
      return { ...account, faults: [...faults, ...account.faults] }
    })
  } finally {
    await disk.close()
  }
}
