import { type Refusal, refusals } from '#game/protocol/refusal'

/** Why the server takes no connection from here; long polling alone can hear it. */
const admissionReasons = ['foreign-origin', 'too-many-connections', 'too-many-from-here', 'server-closing']

/** The no of a server that let the connection in and not this player. */
export function refusalOf(error: Error): Refusal | undefined {
  return refusals.find((name) => name === error.message)
}

/**
 * @param error why no connection came about
 * @returns the server's own word, or null where it said none: the network stood between
 */
export function reasonOf(error: Error): string | null {
  const refusal = refusalOf(error)
  if (refusal) return refusal
  // What engine.io-client adds to an error of polling: the request that failed.
  const { context } = error as { context?: { readonly responseText?: string } }
  return admissionReasons.find((name) => context?.responseText?.includes(`"${name}"`)) ?? null
}
