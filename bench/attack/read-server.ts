/** A server's own metrics, in bytes and seconds. */
export type ServerState = {
  readonly rssBytes: number
  readonly cpuSeconds: number
  readonly terminated: number
}

export async function readServer(url: string): Promise<ServerState> {
  const text = await (await fetch(`${url}/metrics`)).text()
  const sumOf = (name: string) =>
    [...text.matchAll(new RegExp(`^${name}(?:\\{[^}]*\\})? (\\S+)$`, 'gm'))].reduce(
      (sum, [, value]) => sum + Number(value),
      0,
    )
  return {
    rssBytes: sumOf('process_resident_memory_bytes'),
    cpuSeconds: sumOf('process_cpu_seconds_total'),
    terminated: sumOf('dash_terminations_total'),
  }
}

/** Watches how much memory the server takes at most while `attack` runs. @returns by how many MB it grew */
export async function peakGrowth<Result>(
  url: string,
  attack: () => Promise<Result>,
): Promise<{ readonly result: Result; readonly megabytes: number }> {
  const before = (await readServer(url)).rssBytes
  let peak = before
  let isOver = false
  const watch = async () => {
    while (!isOver) {
      peak = Math.max(peak, (await readServer(url)).rssBytes)
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
  const watching = watch()
  const result = await attack().finally(() => {
    isOver = true
  })
  await watching
  return { result, megabytes: (peak - before) / 1e6 }
}
