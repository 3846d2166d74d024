import type { PromotionRecord } from '#models/champion-schema'

/** The versions that came with the game and judge in it from its start; why is said in every language. */
const shippedVersions = [
  'digits-v1',
  'digits-v2',
  'digits-v3',
  'digits-v4',
  'digits-v5',
  'digits-v6',
] as const

/** @returns the version whose reason is ours to say; null where somebody on this server gave their own */
export function shippedVersion({ version, by }: PromotionRecord): (typeof shippedVersions)[number] | null {
  return (by.startsWith('Digit Dash ') && shippedVersions.find((each) => each === version)) || null
}
