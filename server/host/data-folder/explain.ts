import { statfsSync } from 'node:fs'

/** With less space left, a failure of Postgres is probably caused by it: its files grow by 16 MB. */
const tooLittleBytes = 16_000_000

/** @returns one line that a person can act on: what is wrong with the data folder if that is the cause, else the error's message */
export function explainStart(error: NodeJS.ErrnoException, dataFolder: string): string {
  const { code = '', message, path: file = dataFolder } = error
  const otherwise = 'or choose another folder with DATA_FOLDER.'
  if (isFull(error, dataFolder)) return `The disk of ${dataFolder} is full. Make room, ${otherwise}`
  // The same codes about other files have other causes.
  const isOurs =
    !error.syscall?.startsWith('listen') && (file.startsWith(dataFolder) || dataFolder.startsWith(file))
  if (!isOurs) return message

  const isPostgres = error.name === 'PostgresStartError'
  if (code === 'EROFS' || (isPostgres && /read-only file system/i.test(message)))
    return `${dataFolder} is on a disk that is read-only. Make it writable, ${otherwise}`
  if (code === 'EACCES' || code === 'EPERM' || (isPostgres && /permission denied/i.test(message)))
    return `${file} may not be read and written by this user. Change its owner or its rights, ${otherwise}`
  if (code === 'ENOTDIR' || code === 'EEXIST')
    return `${dataFolder} is not a folder. Move that file away, ${otherwise}`
  if (code === 'ENAMETOOLONG') return `${dataFolder} is longer than a path may be. Shorten it, ${otherwise}`
  if (code === 'ENOENT') return `${file} cannot be made or found. Check the path, ${otherwise}`
  return message
}

function isFull({ code = '', name, message }: NodeJS.ErrnoException, dataFolder: string): boolean {
  if (['ENOSPC', 'EDQUOT'].includes(code)) return true
  if (name === 'PostgresStartError' && /no space left|quota exceeded|free disk space/i.test(message))
    return true
  // A full disk ends Postgres in many ways, and its connections with it; an external database has a disk of its own.
  if (!/no space left|postgres|database|connection|ECONN/i.test(message)) return false
  try {
    const { bavail, bsize } = statfsSync(dataFolder)
    return bavail * bsize < tooLittleBytes
  } catch {
    return false
  }
}
