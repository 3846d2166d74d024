import { type FileHandle, open } from 'node:fs/promises'

/**
 * Locks that the kernel keeps on an open file. They end with the last process that has the file open, however that
 * process ends, and are seen by every process of the same kernel: in other containers too, whose process numbers are not.
 */
export type FileLock = {
  /** Handed to a child (as one of its `stdio`), it holds the lock as well, and so does whatever that child starts. */
  fd: number
  release(): Promise<void>
}

/** @returns 'held' when another open file has the lock, 'unsupported' where platform or file system knows no locks */
export type LockFile = (file: string) => Promise<FileLock | 'held' | 'unsupported'>

/** Takes the exclusive lock on a file, which is made if need be and never removed: a lock is on the file, not its name. */
export const lockFile: LockFile = async (file) => {
  const handle = await open(file, 'a+', 0o600)
  const isLocked = await tryLock(handle).catch(() => undefined)
  if (isLocked) return { fd: handle.fd, release: () => handle.close() }
  await handle.close()
  return isLocked === false ? 'held' : 'unsupported'
}

/** @throws where the library has no build for this platform, or the file system (some network ones) takes no locks */
async function tryLock({ fd }: FileHandle): Promise<boolean> {
  const { default: native } = await import('fs-native-extensions')
  return native.tryLock(fd)
}
