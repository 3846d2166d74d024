import type { CDPSession } from '@playwright/test'

/** Counts from now on what comes over the wire for scripts, compressed as it comes, without headers. @returns the bytes so far */
export async function countScriptBytes(devTools: CDPSession): Promise<() => number> {
  const scripts = new Set<string>()
  let bytes = 0
  await devTools.send('Network.enable')
  devTools.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Script') scripts.add(requestId)
  })
  devTools.on('Network.dataReceived', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength
  })
  return () => bytes
}
