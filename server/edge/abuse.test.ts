import { pino } from 'pino'
import { expect, test } from 'vitest'
import { createManualClock } from '#server/testing/manual-clock'
import { createAbuse } from './abuse'
import { limits } from './limits'
import { createMetrics } from './operations/metrics'

test('abuse log: one address that is terminated again and again has one line at once, and one a minute later with a count', async () => {
  const clock = createManualClock()
  const lines: object[] = []
  const log = pino({ base: null }, { write: (line) => void lines.push(JSON.parse(line)) })
  const metrics = createMetrics()
  const abuse = createAbuse(clock, { log, metrics, limits })
  for (let visit = 0; visit < 500; visit++) abuse.flooded({ address: '192.0.2.1', isShared: false })
  abuse.flooded({ address: '192.0.2.2', isShared: false })
  expect(lines).toMatchObject([{ address: '192.0.2.1' }, { address: '192.0.2.2' }])
  clock.advance(60_000)
  expect(lines.slice(2)).toMatchObject([{ address: '192.0.2.1', reason: 'flood', count: 499 }])
  expect(await metrics.registry.metrics()).toContain('dash_terminations_total{reason="flood"} 501')
})

test('abuse log: beyond a bound, all further addresses share one line', () => {
  const clock = createManualClock()
  const addresses: string[] = []
  const log = pino({}, { write: (line) => void addresses.push(JSON.parse(line).address) })
  const abuse = createAbuse(clock, { log, metrics: createMetrics(), limits })
  for (let place = 0; place < 50_000; place++) abuse.terminated('tcp-per-address', `2001:db8:0:${place}::/64`)
  clock.advance(60_000)
  expect(addresses.filter((address) => address !== 'others')).toHaveLength(1_000)
  // One at once, and one with the number of all further ones.
  expect(addresses.filter((address) => address === 'others')).toHaveLength(2)
})

test('abuse log: an address is told of anew in each minute, and one that has a line of its own keeps it beyond the bound', () => {
  const clock = createManualClock()
  const lines: { address: string; count?: number }[] = []
  const log = pino({ base: null }, { write: (line) => void lines.push(JSON.parse(line)) })
  const abuse = createAbuse(clock, { log, metrics: createMetrics(), limits })
  const countsOf = (address: string) =>
    lines.splice(0).flatMap((line) => (line.address === address ? [line.count ?? 'at once'] : []))
  for (let minute = 0; minute < 2; minute++) {
    abuse.terminated('behind', '192.0.2.1')
    for (let place = 0; place < 2_000; place++) abuse.terminated('behind', `2001:db8:0:${place}::/64`)
    for (let times = 0; times < 3; times++) abuse.terminated('behind', '192.0.2.1')
    clock.advance(60_000)
    expect(countsOf('192.0.2.1')).toEqual(['at once', 3])
  }
})

test('[P8] flood: an address whose connections flood again and again is blocked for a minute; refusals and untrusted proxies block nobody', () => {
  const clock = createManualClock()
  const abuse = createAbuse(clock, { log: pino({ level: 'silent' }), metrics: createMetrics(), limits })
  for (let visit = 0; visit < limits.floodsPerAddressPerMinute; visit++) {
    expect(abuse.isBlocked('192.0.2.1')).toBe(false)
    expect(abuse.isFlooding('192.0.2.3')).toBe(false)
    abuse.flooded({ address: '192.0.2.1', isShared: false })
    abuse.terminated('behind', '192.0.2.2')
    abuse.terminated('refusals', '192.0.2.2')
    abuse.flooded({ address: '192.0.2.3', isShared: true })
  }
  const addresses = ['192.0.2.1', '192.0.2.2', '192.0.2.3']
  expect(addresses.map(abuse.isBlocked)).toEqual([true, false, false])
  // Who comes through a proxy is read in turn all the same.
  expect(addresses.map(abuse.isFlooding)).toEqual([true, false, true])
  clock.advance(60_000)
  expect(abuse.isBlocked('192.0.2.1')).toBe(false)
})
