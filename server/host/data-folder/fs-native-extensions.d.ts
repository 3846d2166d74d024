declare module 'fs-native-extensions' {
  const native: {
    /**
     * Takes the exclusive lock on a file that is open for writing: an open file description lock on Linux, `flock` on
     * macOS, `LockFileEx` on Windows. @returns false when another open file holds it
     */
    tryLock(fd: number): boolean
  }
  export default native
}
