import proxyaddr from 'proxy-addr'

/**
 * Whether what this address says in `X-Forwarded-*` counts.
 * @param hop 0 is the peer of our connection, 1 what that has forwarded for, and so on
 */
export type TrustProxy = ((address: string, hop: number) => boolean) & {
  /** Proxies are only counted: whoever connects is taken for one, and shows that it is by what it forwards. */
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
