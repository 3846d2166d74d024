import { unwatchFile, watchFile } from 'node:fs'
import path from 'node:path'
import type { Logger } from 'pino'
import { findChampionFolder } from '#models/model-folder'
import type { Clock } from '#server/host/clock'
import type { Classifier } from './classifier'
import { openClassifierPool, type PoolOptions } from './pool'

const lookEveryMs = 2_000
/** A champion that could not be loaded is tried again: its files may still have been on their way. */
const [firstRetryMs, longestRetryMs] = [2_000, 60_000]

/**
 * Opens the champion's judges on the engine that was asked for. The native engine judges only where it loads and gives the
 * golden answers; otherwise WASM does, which works everywhere.
 * @throws ModelRefusedError when the champion fits no engine
 */
export async function openChampion(options: Omit<PoolOptions, 'version'>): Promise<Classifier> {
  const { modelsFolder, engine, workers, log } = options
  const version = await championOf(modelsFolder)
  const open = async (engine: PoolOptions['engine'], why: string) => {
    const classifier = await openClassifierPool({ ...options, engine, version })
    log.info(`${version} judges with ${engine} on ${workers} worker${workers === 1 ? '' : 's'}${why}`)
    return classifier
  }
  if (engine === 'wasm') return open('wasm', ': the same answers on every machine')
  return open('native', ' as JUDGE_ENGINE asks').catch((error: Error) =>
    open('wasm', `: the native engine does not serve here (${error.message.split('\n')[0]})`),
  )
}

/**
 * Follows `champion.json`: a newly promoted version judges every game that begins from then on. One that cannot be loaded is
 * tried again, less and less often, and the old one goes on meanwhile.
 * @returns stops following
 */
export function followChampion(
  modelsFolder: string,
  classifier: Classifier,
  { clock, log }: { clock: Clock; log: Logger },
): () => void {
  const file = path.join(modelsFolder, 'champion.json')
  let callOff = () => {}
  let looking = Promise.resolve()

  async function look(retryMs: number): Promise<void> {
    const before = classifier.judge.version
    try {
      const version = await championOf(modelsFolder)
      if (version === before) return
      await classifier.swap(version)
      log.info(`${version} judges from now on; games that have begun keep ${before}`)
    } catch (error) {
      log.error(
        { err: error },
        `The new champion is refused; ${before} goes on judging, and it is tried again`,
      )
      callOff = clock.wakeAt(clock.now() + retryMs, () => lookSoon(Math.min(retryMs * 2, longestRetryMs)))
    }
  }

  /** One look at a time: two swaps at once would leave it open which came last. */
  function lookSoon(retryMs: number): void {
    callOff()
    looking = looking.then(() => look(retryMs))
  }

  const changed = () => lookSoon(firstRetryMs)
  watchFile(file, { interval: lookEveryMs, persistent: false }, changed)
  return () => {
    unwatchFile(file, changed)
    callOff()
  }
}

async function championOf(modelsFolder: string): Promise<string> {
  return path.basename(await findChampionFolder(modelsFolder))
}
