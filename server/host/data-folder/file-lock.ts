import { type FileHandle, open } from 'node:fs/promises'

/**
 * Kernel locks on open files. A lock ends with the last process that has the file open, however that process ends, and is seen by
 * all processes of the same kernel, also in other containers, where process ids are not.
 */
export type FileLock = {
  /** A child that inherits it (by `stdio`) holds the lock as well, and so do its children. */
  fd: number
  release(): Promise<void>
}

/** @returns 'held' when another open file has the lock, 'unsupported' where platform or file system knows no locks */
export type LockFile = (file: string) => Promise<FileLock | 'held' | 'unsupported'>

/** Takes the exclusive lock on a file, which is created if missing and never removed: the lock is on the file, not its name. */
export const lockFile: LockFile = async (file) => {
  const handle = await open(file, 'a+', 0o600)
  const isLocked = await tryLock(handle).catch(() => undefined)
  if (isLocked) return { fd: handle.fd, release: () => handle.close() }
  await handle.close()
  return isLocked === false ? 'held' : 'unsupported'
}

/** @throws if the library has no build for this platform, or the file system (some network ones) has no locks */
async function tryLock({ fd }: FileHandle): Promise<boolean> {
  const { default: native } = await import('fs-native-extensions')
  return native.tryLock(fd)
}
