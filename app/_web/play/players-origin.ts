import 'server-only'
import { headers } from 'next/headers'
import { readConfig } from '#server/config'
import { isEverywhere, playersAddresses } from '#server/host/announce'

/** Host names that mean the machine itself; every other one works from other machines, too. */
const ownNames = /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])\.?$/

/**
 * The address to share with other people. Where the page was opened by a name that only works on this machine, it is the
 * machine's address in its network.
 */
export async function playersOrigin(): Promise<string> {
  const { host: listening, port, publicUrl } = readConfig()
  if (publicUrl) return publicUrl
  const called = new URL(`http://${(await headers()).get('host') ?? 'localhost'}`)
  if (!isEverywhere(listening) || !ownNames.test(called.hostname)) return called.origin
  const [best] = await playersAddresses(listening, Number(called.port) || port)
  return best
}
