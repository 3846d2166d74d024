import proxyaddr from 'proxy-addr'

/**
 * Whether `X-Forwarded-*` of this address is trusted.
 * @param hop 0 is the peer of our connection, 1 the one that it forwards for, and so on
 */
export type TrustProxy = ((address: string, hop: number) => boolean) & {
  /** Proxies are counted, not named: any peer may be one, and is taken for it once it forwards something. */
  readonly isByCount?: true
}

export const trustNobody: TrustProxy = () => false

/**
 * Reads TRUST_PROXY: how many proxies there are in front, or which: addresses, subnets (10.0.0.0/8), `loopback`, `linklocal`,
 * `uniquelocal`, with commas between them.
 * @throws TypeError for anything else
 */
export function parseTrustProxy(text: string): TrustProxy {
  if (/^\d{1,2}$/.test(text)) {
    const isWithin = (_address: string, hop: number) => hop < Number(text)
    return Object.assign(isWithin, { isByCount: true } as const)
  }
  return proxyaddr.compile(text.split(',').map((entry) => entry.trim()))
}
