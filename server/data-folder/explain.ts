import { statfsSync } from 'node:fs'

const diskFull = '53100'
/** With less than this left, whatever failed very probably failed for it. */
const tooLittleBytes = 4_000_000

/** @returns one line that a person can act on: what is wrong with the data folder if that is why, else the error's own */
export function explainStart(error: NodeJS.ErrnoException, dataFolder: string): string {
  const { code = '', message } = error
  const otherwise = 'or choose another folder with DATA_FOLDER.'
  if (isFull(code, message, dataFolder)) return `The disk of ${dataFolder} is full. Make room, ${otherwise}`
  const where = error.path ?? dataFolder
  if (code === 'EROFS' || /read-only file system/i.test(message))
    return `${dataFolder} is on a disk that is read-only. Make it writable, ${otherwise}`
  if (code === 'EACCES' || code === 'EPERM' || /permission denied/i.test(message))
    return `${where} may not be read and written by this user. Change its owner or its rights, ${otherwise}`
  if (code === 'ENOTDIR' || code === 'EEXIST')
    return `${dataFolder} is not a folder. Move that file away, ${otherwise}`
  if (code === 'ENOENT') return `${where} cannot be made or found. Check the path, ${otherwise}`
  return message
}

function isFull(code: string, message: string, dataFolder: string): boolean {
  if (
    ['ENOSPC', 'EDQUOT', diskFull].includes(code) ||
    /no space left|quota exceeded|free disk space/i.test(message)
  )
    return true
  // Postgres dies of a full disk in many ways, and takes its connections with it.
  if (!/postgres|database|connection|ECONN/i.test(message)) return false
  try {
    const { bavail, bsize } = statfsSync(dataFolder)
    return bavail * bsize < tooLittleBytes
  } catch {
    return false
  }
}
