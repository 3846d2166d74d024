const measuredMs = 1_500

/**
 * In seconds of the CPU, so that whatever else runs on this machine does not count.
 * @returns how many of the `count` things that `work` does it does in a second, after a warm-up
 */
export function perSecond(count: number, work: () => unknown): number {
  for (let warmUp = 0; warmUp < 20; warmUp++) work()
  const cpuMicros = () => {
    const { user, system } = process.cpuUsage()
    return user + system
  }
  const startedAt = cpuMicros()
  let done = 0
  for (; cpuMicros() - startedAt < measuredMs * 1000; done += count) work()
  return (done / (cpuMicros() - startedAt)) * 1e6
}
