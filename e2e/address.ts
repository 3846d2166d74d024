/**
 * What browsers in the stories call this machine. Like the address a phone on the network opens, it is plain http and no secure
 * context: what browsers keep for those (clipboard, service workers, coalesced pointer events in older ones) is missing.
 */
export const networkName = 'dash.local'

/** Tells Chromium where that name leads. */
export const nameRule = `--host-resolver-rules=MAP ${networkName} 127.0.0.1`

/** @returns the address of the same page as a secure context */
export function securely(url: string): string {
  const address = new URL(url)
  address.hostname = 'localhost'
  return address.href
}

/** @returns where the same server is for a program that was not told where the name leads */
export function locally(url: string): string {
  return `http://127.0.0.1:${new URL(url).port}`
}
