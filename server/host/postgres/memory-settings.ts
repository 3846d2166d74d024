import { totalmem } from 'node:os'

const megabyte = 1024 * 1024

/** What this machine or this container has, bytes. */
export function availableMemory(): number {
  const limit = process.constrainedMemory()
  // 0 is no limit; some systems tell a limit beyond all memory for none.
  return limit > 0 && limit < totalmem() ? limit : totalmem()
}

/**
 * Settings of the built-in Postgres by the memory there is: it shares the machine with the game. Its defaults are for a machine of
 * twenty years ago, with disks that turn.
 * @param bytes of the machine
 */
export function memorySettings(bytes: number): string[] {
  const share = (part: number, leastMb: number, mostMb: number) =>
    `${Math.round(Math.min(mostMb, Math.max(leastMb, bytes / part / megabyte)))}MB`
  return [
    `shared_buffers=${share(8, 64, 1_024)}`,
    `effective_cache_size=${share(2, 256, 16_384)}`,
    // For each sort of each query, so it is small beside the rest.
    `work_mem=${share(1_024, 4, 16)}`,
    `maintenance_work_mem=${share(64, 32, 256)}`,
    'random_page_cost=1.1',
    // A plan of a page costs more to compile than to run.
    'jit=off',
  ]
}
