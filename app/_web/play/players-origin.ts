import 'server-only'
import { headers } from 'next/headers'
import { readConfig } from '#server/config'
import { isEverywhere, playersAddresses } from '#server/host/announce'

/** Names by which a machine means itself; every other one means it to others too. */
const ownNames = /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])\.?$/

/**
 * The address to hand on to other people. Who opened the game by a name that only means this machine to itself is given the one
 * that means it to the network.
 */
export async function playersOrigin(): Promise<string> {
  const { host: listening, port, publicUrl } = readConfig()
  if (publicUrl) return publicUrl
  const called = new URL(`http://${(await headers()).get('host') ?? 'localhost'}`)
  if (!isEverywhere(listening) || !ownNames.test(called.hostname)) return called.origin
  const [best] = await playersAddresses(listening, Number(called.port) || port)
  return best
}
