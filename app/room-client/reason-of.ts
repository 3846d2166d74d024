import { refusals } from '#game/refusal'

/** Why the server takes no connection from here; long polling alone can hear it. */
const admissionReasons = ['foreign-origin', 'too-many-connections', 'too-many-from-here', 'server-closing']

/**
 * @param error why no connection came about
 * @returns the server's own word, or null where it said none: the network stood between
 */
export function reasonOf(error: Error): string | null {
  const refusal = refusals.find((name) => name === error.message)
  if (refusal) return refusal
  // What engine.io-client adds to an error of polling: the request that failed.
  const { context } = error as { context?: { readonly responseText?: string } }
  return admissionReasons.find((name) => context?.responseText?.includes(`"${name}"`)) ?? null
}
