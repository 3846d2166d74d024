import { settings } from '#game/settings'
import type { ModelMetrics, NetworkMetrics } from './metrics'

/** A network as its folder holds it: the version, and the SHA-256 of the weights. */
export type NetworkId = { readonly version: string; readonly weights: string }

/**
 * [C12] Why what was measured of a challenger says nothing about its place, a sentence each: it was measured beside another
 * champion, by other rules, or not on all that the champion was measured on.
 * @param metrics the challenger's own
 * @param required what the champion's own metrics say it was measured on
 */
export function provenanceObjections(
  metrics: ModelMetrics,
  champion: NetworkId,
  required: Pick<NetworkMetrics, 'sets'>,
): string[] {
  const { champion: beside, lockThousandths, lockHoldMs } = metrics
  if (!beside || !isOf(beside, champion))
    return [`it was not measured beside ${champion.version}, the champion now`]
  if ([metrics, beside].some((one) => !isByTheRules(one)))
    return [
      `it was measured with locks at ${lockThousandths / 1000} held ${lockHoldMs} ms, which are not those of the game now`,
    ]
  return [
    ...required.sets.flatMap(({ name, sha256 }) => {
      const own = metrics.sets.find((set) => set.name === name)
      if (!own) return [`it was not measured on ${name}, on which ${champion.version} was`]
      return own.sha256 === sha256
        ? []
        : [`its ${name} is not the set on which ${champion.version} was measured`]
    }),
    ...(areSameSets(metrics, beside) ? [] : [`the two were not measured on the same sets`]),
  ]
}

/** Whether a measurement is of this network. */
export function isOf(metrics: NetworkId, { version, weights }: NetworkId): boolean {
  return metrics.version === version && metrics.weights === weights
}

function isByTheRules({ lockThousandths, lockHoldMs }: NetworkMetrics): boolean {
  return lockThousandths === settings.lockThousandths && lockHoldMs === settings.lockHoldMs
}

function areSameSets(one: NetworkMetrics, other: NetworkMetrics): boolean {
  const contents = ({ sets }: NetworkMetrics) =>
    sets.map(({ name, kind, sha256, truths }) => [name, kind, sha256, truths].join()).sort()
  const names = new Set(one.sets.map(({ name }) => name))
  return names.size === one.sets.length && contents(one).join('\n') === contents(other).join('\n')
}
