import type { RunNow } from './run-schema'

// Apart from the schema, so that no page brings zod with it.

/** Why a run has ended that did not finish, as far as it can be told; `other` where only its own words say it. */
export const runCauses = ['disk', 'rights', 'memory', 'stopped', 'lost', 'other'] as const
export type RunCause = (typeof runCauses)[number]

const signs: readonly (readonly [RunCause, RegExp])[] = [
  ['disk', /ENOSPC|EDQUOT|no space left/i],
  ['rights', /EACCES|EPERM|EROFS/],
  ['memory', /ENOMEM|OUT_OF_MEMORY|out of memory|allocation failed/i],
]

/** [F16] @returns null where it has not ended, or has finished */
export function causeOf({ state, reason }: Pick<RunNow, 'state' | 'reason'>): RunCause | null {
  if (state === 'stopped' || state === 'lost') return state
  if (state !== 'failed') return null
  return signs.find(([, sign]) => sign.test(reason ?? ''))?.[0] ?? 'other'
}
