import { expect, test } from 'vitest'
import { hashRecoveryCode, makeRecoveryCode } from '#server/auth/recovery-code'

test('recovery code: it is read in any spelling, and its hash does not reveal it', () => {
  const code = makeRecoveryCode()
  const hash = hashRecoveryCode(code)
  const hurried = code.toLowerCase().replaceAll(' ', '-').replaceAll('0', 'o').replaceAll('1', 'l')
  expect(hashRecoveryCode(hurried)).toBe(hash)
  expect(hash).not.toContain(code.replaceAll(' ', ''))
})

test('recovery code: none is made twice', () => {
  const codes = Array.from({ length: 1_000 }, makeRecoveryCode)
  expect(new Set(codes.map(hashRecoveryCode)).size).toBe(codes.length)
})

test.each([null, 7, '', 'CDFGH', 'x'.repeat(10_000), `${makeRecoveryCode()} C`, '?'.repeat(20)])(
  '%j is no code',
  (typed) => {
    expect(hashRecoveryCode(typed)).toBeNull()
  },
)
