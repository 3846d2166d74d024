import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { rememberFingerprint } from './seen-fingerprints'

const kept = new Map<string, string>()
beforeEach(() => {
  kept.clear()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => kept.set(key, text),
  })
})
afterEach(() => vi.unstubAllGlobals())

test('[R14] fingerprints: a browser that saw one before a day knows when it is shown another', () => {
  expect(rememberFingerprint('2026-11-24', 'first')).toBe('first')
  expect(rememberFingerprint('2026-11-25', 'next')).toBe('next')
  expect(rememberFingerprint('2026-11-24', 'exchanged')).toBe('first')
})

test('fingerprints: what somebody else wrote under the name harms nothing', () => {
  for (const text of ['', '{', 'null', '{"2026-11-24":"first"}', '[1,["2026-11-24",7]]']) {
    kept.clear()
    kept.set('daily-fingerprints', text)
    expect(rememberFingerprint('2026-11-24', 'shown')).toBe('shown')
    expect(rememberFingerprint('2026-11-24', 'exchanged')).toBe('shown')
  }
})

test('fingerprints: a browser keeps those of some weeks, the newest', () => {
  for (let day = 1; day <= 90; day++) rememberFingerprint(`day ${String(day).padStart(2, '0')}`, 'seen')
  expect(rememberFingerprint('day 90', 'exchanged')).toBe('seen')
  expect(rememberFingerprint('day 01', 'exchanged')).toBe('exchanged')
})
