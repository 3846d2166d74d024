/** The judge's queue, fair between sources (rooms): each has its turn, however many jobs others have. */
export type FairQueue<Job> = {
  readonly size: number
  add(source: string, job: Job): void
  /**
   * @param fits holds of any job when the caller has none yet
   * @returns the next job of which `fits` holds; undefined when there is none
   */
  take(fits?: (job: Job) => boolean): Job | undefined
  /** Gives up the oldest job of the source that has most waiting. */
  shed(): Job | undefined
}

/**
 * The source that was served least recently is next, so that one which rarely asks waits for nobody. Of a source the newest
 * job is first, and every other time the oldest: on newest alone, one canvas could keep another of its room waiting for ever.
 * When the oldest has its turn and does not fit, its source keeps its place instead of another job's being served. So it comes to
 * the front, where everything fits: however large a job is, it is served.
 */
export function createFairQueue<Job>(): FairQueue<Job> {
  type Source = { readonly name: string; readonly jobs: Job[]; turns: number }
  /** Least recently served first; those with nothing to wait for stay only until they would be first. */
  const sources: Source[] = []
  let size = 0

  function remove(source: Source, index: number): Job | undefined {
    const [job] = source.jobs.splice(index, 1)
    if (job !== undefined) size--
    return job
  }

  return {
    get size() {
      return size
    },
    add(name, job) {
      let source = sources.find((each) => each.name === name)
      if (!source) {
        source = { name, jobs: [], turns: 0 }
        sources.unshift(source)
      }
      source.jobs.push(job)
      size++
    },
    take(fits = () => true) {
      while (sources[0]?.jobs.length === 0) sources.shift()
      for (const [place, source] of sources.entries()) {
        const isOldestsTurn = source.turns % 2 === 1
        const index = isOldestsTurn
          ? source.jobs.slice(0, 1).findIndex(fits)
          : source.jobs.findLastIndex(fits)
        if (index < 0) continue
        source.turns++
        sources.splice(place, 1)
        sources.push(source)
        return remove(source, index)
      }
      return undefined
    },
    shed() {
      const [longest] = sources.toSorted((one, other) => other.jobs.length - one.jobs.length)
      return longest && remove(longest, 0)
    },
  }
}
