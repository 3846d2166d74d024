import { isIPv6 } from 'node:net'
import ipaddr from 'ipaddr.js'
import qrcode from 'qrcode-terminal'
import { findReachableAddresses } from './network-address'

/** Whether it is the wildcard address, which listens on all interfaces. */
export function isEverywhere(host: string): boolean {
  return ipaddr.isValid(host) && ipaddr.parse(host).range() === 'unspecified'
}

/**
 * The addresses to give to players, the best first: the configured one; or where the server listens; or this machine's on its
 * network; or its own.
 */
export async function playersAddresses(
  host: string,
  port: number,
  publicUrl?: string,
): Promise<readonly [string, ...string[]]> {
  if (publicUrl) return [publicUrl]
  if (!isEverywhere(host)) return [addressOf(host, port)]
  const heard = (await findReachableAddresses()).filter((address) => isIPv6(host) || !isIPv6(address))
  const [best = 'localhost', ...others] = heard
  return [addressOf(best, port), ...others.map((other) => addressOf(other, port))]
}

function addressOf(host: string, port: number): string {
  return `http://${isIPv6(host) ? `[${host}]` : host}:${port}`
}

/** Prints what the host needs once the server is ready: the addresses, and a QR code of the best one. */
export function announce(
  [address, ...others]: readonly [string, ...string[]],
  newPassword: string | null,
): void {
  qrcode.generate(address, { small: true }, (picture) => {
    const lines = ['', `  Digit Dash is ready at  ${address}`]
    for (const other of others) lines.push(`                 also at  ${other}`)
    lines.push('', picture.replace(/^/gm, '  '))
    if (newPassword) {
      lines.push('', `  Admin password (shown this once):  ${newPassword}`, `  Sign in at  ${address}/admin`)
    }
    process.stdout.write(`${lines.join('\n')}\n\n`)
  })
}
