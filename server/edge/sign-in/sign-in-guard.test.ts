import { describe, expect, test } from 'vitest'
import { sealDevice, unsealDevice } from '#server/auth/admin-device'
import { limits } from '#server/edge/limits'
import { createManualClock } from '#server/testing/manual-clock'
import { createSignInGuard, type SignInResult } from './sign-in-guard'

const right = 'correct horse'
const { signInsBeforeBackoff: free, signInBackoffMs: backoffMs, signInsWaiting: queueLength } = limits

function startGuard(pauseMs = 0) {
  const clock = createManualClock()
  const checks = { now: 0, most: 0, all: 0 }
  async function isPassword(password: string): Promise<boolean> {
    checks.all++
    checks.most = Math.max(checks.most, ++checks.now)
    await new Promise((resolve) => setImmediate(resolve))
    checks.now--
    return password === right
  }
  const pauses = { signInPauseMs: pauseMs, ...(pauseMs === 0 && { signInPauseMostMs: 0 }) }
  const guard = createSignInGuard(isPassword, { clock, limits: { ...limits, ...pauses } })

  /** Lets as much time pass as the queue needs. */
  async function answered(attempts: readonly Promise<SignInResult>[]): Promise<SignInResult[]> {
    let isOver = false
    const all = Promise.all(attempts).finally(() => {
      isOver = true
    })
    while (!isOver) {
      await new Promise((resolve) => setImmediate(resolve))
      clock.advance(pauseMs)
    }
    return all
  }
  const begin = (password: string, address: string, device: string | null = null) =>
    guard.attempt({ password, address, device })
  return {
    clock,
    checks,
    begin,
    answered,
    async attempt(...attempt: Parameters<typeof begin>): Promise<SignInResult | undefined> {
      return (await answered([begin(...attempt)]))[0]
    },
    /** As many addresses, each with one wrong password, at once. */
    crowd: (count: number) => Array.from({ length: count }, (_, index) => begin('wrong', `crowd ${index}`)),
  }
}

const kinds = (results: readonly SignInResult[]) => results.map((result) => result.is)

describe('sign-in backoff: one address', () => {
  test('doubles from the third wrong password on, up to five minutes', async () => {
    const { attempt, clock } = startGuard()
    const waits: number[] = []
    for (let wrong = 1; wrong <= 14; wrong++) {
      expect(await attempt('wrong', 'here')).toEqual({ is: 'wrong' })
      if (wrong < free) continue
      const refused = await attempt(right, 'here')
      const ms = refused?.is === 'wait' ? refused.ms : 0
      waits.push(ms)
      clock.advance(ms)
    }
    const doubled = waits.map((_, index) => Math.min(backoffMs * 2 ** index, limits.signInBackoffMostMs))
    expect(waits).toEqual(doubled)
    expect(waits.at(-1)).toBe(limits.signInBackoffMostMs)
    expect(await attempt(right, 'here')).toEqual({ is: 'right' })
  })

  test('holds for many passwords sent at once', async () => {
    const { begin, answered, checks } = startGuard()
    const results = await answered(Array.from({ length: 100 }, () => begin('wrong', 'here')))
    expect(checks.all).toBe(free)
    expect(results.filter((result) => result.is === 'wait')).toHaveLength(100 - free)
  })

  test('lets in everybody who sends the right password at once', async () => {
    const { begin, answered } = startGuard()
    const results = await answered(Array.from({ length: free }, () => begin(right, 'here')))
    expect(kinds(results)).toEqual(Array(free).fill('right'))
  })

  test('is reset by the right password', async () => {
    const { attempt } = startGuard()
    for (let wrong = 1; wrong < free; wrong++) await attempt('wrong', 'here')
    expect(await attempt(right, 'here')).toEqual({ is: 'right' })
    for (let wrong = 1; wrong < free; wrong++) await attempt('wrong', 'here')
    expect(await attempt(right, 'here')).toEqual({ is: 'right' })
  })
})

describe('sign-in queue: 1,000 wrong passwords from 1,000 addresses', () => {
  test('are checked one at a time, with pauses, and no more than the queue holds', async () => {
    const { crowd, answered, checks, clock } = startGuard(100)
    const startedAt = clock.now()
    const results = await answered(crowd(1_000))
    expect(checks.most).toBe(1)
    expect(checks.all).toBe(queueLength + 1)
    expect(clock.now() - startedAt).toBeGreaterThanOrEqual(queueLength * 100)
    const told = results.flatMap((result) => (result.is === 'wait' ? [result.ms] : []))
    expect(told).toHaveLength(1_000 - checks.all)
    expect(Math.min(...told)).toBeGreaterThanOrEqual(queueLength * 100)
  })

  test('do not keep the right one out afterwards, from any address', async () => {
    const { crowd, answered, attempt } = startGuard(100)
    await answered(crowd(1_000))
    expect(await attempt(right, 'a new address')).toEqual({ is: 'right' })
  })

  test('do not keep a browser waiting that has signed in before', async () => {
    const { crowd, begin, answered, clock } = startGuard(100)
    const startedAt = clock.now()
    const attack = crowd(1_000)
    expect(await begin(right, 'crowd 1', 'device')).toEqual({ is: 'right' })
    expect(clock.now()).toBe(startedAt)
    await answered(attack)
  })

  test('are served after those who have waited longer, even if turned away in between', async () => {
    const { crowd, begin, answered } = startGuard(100)
    const attack = crowd(queueLength + 1)
    expect(await begin(right, 'patient')).toMatchObject({ is: 'wait' })
    await answered(attack)
    const later = Array.from({ length: queueLength + 1 }, (_, index) => begin('wrong', `later ${index}`))
    const again = begin(right, 'patient')
    expect(kinds(await answered([again, ...later]))).toEqual([
      'right',
      ...later.map(() => expect.any(String)),
    ])
    expect(await later.at(-1)).toMatchObject({ is: 'wait' })
  })
})

test('sign-in queue: wrong passwords of unknown browsers slow down unknown browsers alone, to some 50,000 guesses a day', async () => {
  const { clock, begin, attempt, checks } = startGuard(limits.signInPauseMs)
  const startedAt = clock.now()
  let address = 0
  while (clock.now() - startedAt < 3 * 3_600_000) await attempt('wrong', `${address++}`)
  expect(checks.all * 8).toBeLessThan(60_000)
  const now = clock.now()
  expect(await begin(right, 'here', 'device')).toEqual({ is: 'right' })
  expect(clock.now()).toBe(now)
})

test('sign-in queue: who is turned away because it is full has spent none of their tries by it', async () => {
  const { crowd, begin, answered, attempt } = startGuard(100)
  const attack = crowd(queueLength + 1)
  for (let times = 0; times < 2 * free; times++)
    expect(await begin('wrong', 'patient')).toMatchObject({ is: 'wait' })
  await answered(attack)
  for (let times = 0; times < free; times++)
    expect(await attempt('wrong', 'patient')).toEqual({ is: 'wrong' })
  expect(await attempt(right, 'patient')).toMatchObject({ is: 'wait' })
})

test('sign-in queue: right passwords of unknown browsers slow nobody down', async () => {
  const pauseOf = async (password: string) => {
    const { clock, attempt, answered, begin } = startGuard(100)
    for (let times = 0; times < 200; times++) await attempt(password, `${times}`)
    const before = clock.now()
    await answered([begin('wrong', 'one'), begin('wrong', 'another')])
    return clock.now() - before
  }
  expect(await pauseOf(right)).toBeLessThan(await pauseOf('wrong'))
})

test('sign-in backoff: the addresses of one IPv6 site share one count', async () => {
  const { begin, answered, checks } = startGuard()
  const addressOf = (index: number) => `2001:db8:1:${index.toString(16)}::/64`
  await answered(Array.from({ length: 200 }, (_, index) => begin('wrong', addressOf(index))))
  expect(checks.all).toBe(limits.signInsOfSiteBeforeBackoff)
  expect(await answered([begin(right, '2001:db8:2:1::/64')])).toEqual([{ is: 'right' }])
})

test('sign-in queue: new addresses do not push out those that wait', async () => {
  const { crowd, begin, answered } = startGuard(100)
  const attack = crowd(queueLength + 1)
  expect(await begin(right, 'patient')).toMatchObject({ is: 'wait' })
  const flood = Array.from({ length: limits.signInAddresses }, (_, index) => begin('wrong', `flood ${index}`))
  await answered([...attack, ...flood])
  const later = Array.from({ length: queueLength + 1 }, (_, index) => begin('wrong', `later ${index}`))
  const [result] = await answered([begin(right, 'patient'), ...later])
  expect(result).toEqual({ is: 'right' })
})

test('sign-in backoff: a known browser that guesses has its own, and its address none', async () => {
  const { attempt } = startGuard()
  for (let wrong = 0; wrong < free; wrong++) await attempt('wrong', 'here', 'device')
  expect(await attempt(right, 'elsewhere', 'device')).toMatchObject({ is: 'wait' })
  expect(await attempt(right, 'here')).toEqual({ is: 'right' })
})

test('sign-in: a browser is known by a sealed cookie of this server, until the password changes', async () => {
  const secret = 'a secret that is long enough to seal with'
  const mark = 'the mark of the password'
  const seal = await sealDevice(secret, mark)
  const device = await unsealDevice(seal, secret, mark)
  expect(device).toMatch(/^[\da-f-]{36}$/)
  expect(await unsealDevice(await sealDevice(secret, mark), secret, mark)).not.toBe(device)
  expect(await unsealDevice(seal, secret, 'the mark of the next password')).toBeNull()
  for (const [other, key] of [
    [undefined, secret],
    ['device', secret],
    [seal, secret.toUpperCase()],
  ] as const)
    expect(await unsealDevice(other, key, mark)).toBeNull()
})
