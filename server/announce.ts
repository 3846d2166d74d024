import { networkInterfaces } from 'node:os'
import qrcode from 'qrcode-terminal'

/** The address to give to players: the configured one, else this machine's on its network, else its own. */
export function playersAddress(host: string, port: number, publicUrl?: string): string {
  if (publicUrl) return publicUrl
  const isEverywhere = host === '0.0.0.0' || host === '::'
  return `http://${isEverywhere ? (networkAddress() ?? 'localhost') : host}:${port}`
}

function networkAddress(): string | undefined {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .find(({ family, internal }) => family === 'IPv4' && !internal)?.address
}

/** What a host reads when the server is ready: the address, as text and as a picture for phones. */
export function announce(address: string, newPassword: string | null): void {
  qrcode.generate(address, { small: true }, (picture) => {
    const lines = ['', `  Digit Dash is ready at  ${address}`, '', picture.replace(/^/gm, '  ')]
    if (newPassword) {
      lines.push('', `  Admin password (shown this once):  ${newPassword}`, `  Sign in at  ${address}/admin`)
    }
    process.stdout.write(`${lines.join('\n')}\n\n`)
  })
}
