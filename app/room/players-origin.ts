import 'server-only'
import { headers } from 'next/headers'
import { playersAddress } from '#server/announce'
import { readConfig } from '#server/config'

const ownNames = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * The address to hand on to other people. Who opened the game by a name that only means this machine to itself is given the one
 * that means it to the network.
 */
export async function playersOrigin(): Promise<string> {
  const { host: listening, port, publicUrl } = readConfig()
  if (publicUrl) return publicUrl
  const host = (await headers()).get('host') ?? 'localhost'
  const called = new URL(`http://${host}`)
  const isEverywhere = listening === '0.0.0.0' || listening === '::'
  if (!isEverywhere || !ownNames.has(called.hostname)) return called.origin
  return playersAddress(listening, Number(called.port) || port)
}
