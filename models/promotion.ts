import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { type Champion, type PromotionRecord, promoted, wasChampion } from './champion-schema'
import { objectionsTo } from './evaluation/gate'
import { type ModelMetrics, metricsSchema } from './evaluation/metrics'
import { isOf, type NetworkId, provenanceObjections } from './evaluation/provenance'
import { loadJudge, ModelRefusedError } from './judge'
import { readModelFolder, weightsHashOf } from './model-folder'
import { readChampionFile } from './versions'

type Promotion = {
  /** The folder of the challenger, `models/digits-vN`. */
  readonly folder: string
  /** Whether it is promoted whatever speaks against it. */
  readonly isForced: boolean
  /** [F23] Who wants it, and what for. */
  readonly by: string
  readonly why: string
  /** Where `champion.json` and the folders of all versions are. */
  readonly modelsFolder: string
  readonly log: (line: string) => void
}

/**
 * [C12] Makes a challenger the champion, if nothing speaks against it; to one that was the champion before, nothing does [F23]. Servers
 * that run take it up within seconds. Of the champion itself it says so, and changes nothing.
 * @returns whether it is the champion now
 * @throws ModelRefusedError when its folder is not there, or its files do not fit together
 * @throws RangeError when it is not in the folder of its version, has not been measured, or what was measured is another network
 */
export async function promote({
  folder,
  isForced,
  modelsFolder,
  log,
  ...given
}: Promotion): Promise<boolean> {
  if (!(await stat(folder).catch(() => null))?.isDirectory())
    throw new ModelRefusedError(`there is no folder ${folder}; npm run train makes one`)
  const challenger = await readNetworkId(folder)
  if (resolve(folder) !== resolve(modelsFolder, challenger.version))
    throw new RangeError(`${folder} must be models/${challenger.version}`)
  const before = await readChampionFile(modelsFolder)
  const champion = await findChampion(modelsFolder, before)
  if (champion.version === challenger.version) {
    log(`${challenger.version} is the champion already; nothing has changed`)
    return true
  }
  const isRollBack = before !== null && wasChampion(before, challenger.version)
  const objections = isRollBack ? [] : await findObjections({ challenger, folder, champion })
  objections.forEach(log)
  if (objections.length > 0 && !isForced) return false
  const record: PromotionRecord = {
    ...{ version: challenger.version, from: champion.version, at: Date.now(), isRollBack },
    ...{ by: given.by.slice(0, 60), why: given.why.slice(0, 500) },
    objections: objections.slice(0, 50).map((objection) => objection.slice(0, 500)),
  }
  await writeChampion(modelsFolder, promoted(before, record))
  const back = champion.version === null ? '' : `; to go back: npm run promote -- models/${champion.version}`
  log(`${challenger.version} judges from now on${back}`)
  return true
}

/** @throws RangeError when the disk does not take it; the champion is the one before then */
async function writeChampion(modelsFolder: string, champion: Champion): Promise<void> {
  const file = join(modelsFolder, 'champion.json')
  const draft = `${file}.${process.pid}.part`
  try {
    await writeFile(draft, `${JSON.stringify(champion, null, 2)}\n`)
    await rename(draft, file)
  } catch (error) {
    await rm(draft, { force: true })
    throw new RangeError(`${file} could not be written, and the champion stays: ${(error as Error).message}`)
  }
}

/** What a folder holds, once it has given its golden answers. */
async function readNetworkId(folder: string): Promise<NetworkId> {
  const files = await readModelFolder(folder)
  const judge = await loadJudge(files)
  judge.dispose()
  return { version: judge.version, weights: weightsHashOf(files) }
}

/** The champion as it is now. One that cannot be read is an objection, and no reason why another could not take its place. */
type FoundChampion =
  | (NetworkId & { readonly folder: string })
  | { readonly version: string | null; readonly problem: string }

async function findChampion(modelsFolder: string, named: Champion | null): Promise<FoundChampion> {
  if (!named) return { version: null, problem: 'the champion cannot be read: champion.json names no version' }
  const { version } = named
  const folder = join(modelsFolder, version)
  try {
    return { folder, version, weights: weightsHashOf(await readModelFolder(folder)) }
  } catch (error) {
    if (!(error instanceof ModelRefusedError)) throw error
    return { version, problem: `the champion cannot be read: ${error.message}` }
  }
}

type Contest = { readonly challenger: NetworkId; readonly folder: string; readonly champion: FoundChampion }

async function findObjections({ challenger, folder, champion }: Contest): Promise<string[]> {
  const own = await readMetrics(folder, challenger)
  if ('problem' in champion) return [champion.problem]
  if (!own) return [`its metrics are those of an older version, which say less; ${measuredBy(folder)}`]
  const required = await readMetrics(champion.folder, champion).catch((error: Error) => error.message)
  if (typeof required === 'string') return [required]
  if (!required)
    return [
      `the champion's metrics are those of an older version, which say less; ${measuredBy(champion.folder)}`,
    ]
  const objections = provenanceObjections(own, champion, required)
  if (objections.length > 0 || !own.champion) return [...objections, measuredBy(folder)]
  return objectionsTo(own, own.champion)
}

const pathOf = (folder: string) => join(folder, 'metrics.json')

function measuredBy(folder: string): string {
  return `npm run evaluate -- --model ${folder} --metrics ${pathOf(folder)} measures it`
}

/**
 * @returns null where they are those of an older version, which say less
 * @throws RangeError when they are missing, or those of another network
 */
async function readMetrics(folder: string, network: NetworkId): Promise<ModelMetrics | null> {
  const path = pathOf(folder)
  const text = await readFile(path, 'utf8').catch(() => {
    throw new RangeError(`${path} is missing; ${measuredBy(folder)}`)
  })
  const json = parseJson(text)
  const told = metricsSchema.safeParse(json)
  if (told.success && isOf(told.data, network)) return told.data
  const older = olderSchema.safeParse(json)
  const isOlder = !told.success && older.success
  if (isOlder && older.data.version === network.version) return null
  throw new RangeError(
    `${path} ${told.success || isOlder ? 'is of another network' : 'is not whole'}; ${measuredBy(folder)}`,
  )
}

/** What 0.4.0 to 0.8.0 wrote: the first had no format, and none says how drawings lock in play. */
const olderSchema = z.object({
  version: z.string(),
  format: z.literal('digit-dash-metrics/2').optional(),
  sets: z.array(z.object({ name: z.string() })),
})

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
