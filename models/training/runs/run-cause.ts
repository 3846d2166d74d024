import type { RunNow } from './run-schema'

/** Why a run has ended that did not finish, as far as it can be told; `other` where only its own words say it. */
type RunCause = 'disk' | 'rights' | 'memory' | 'stopped' | 'lost' | 'other'

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
