import { describe, expect, test } from 'vitest'
import { ConfigError, readConfig } from '#server/config'

function complaintAbout(variables: Record<string, string | undefined>): string {
  try {
    readConfig(variables)
  } catch (error) {
    if (error instanceof ConfigError) return error.message
    throw error
  }
  throw new Error('the environment was accepted')
}

describe('config: an empty environment', () => {
  test('serves every address on port 3000 with the built-in database and the judge that can be re-checked', () => {
    expect(readConfig({})).toMatchObject({
      mode: 'production',
      host: '0.0.0.0',
      port: 3000,
      databaseUrl: undefined,
      judgeEngine: 'wasm',
    })
  })

  test('counts an empty variable as unset, as shells and container files leave them', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: ' ' })).toMatchObject({ port: 3000, databaseUrl: undefined })
  })

  test('cannot be changed after it was read', () => {
    expect(Object.isFrozen(readConfig({}))).toBe(true)
  })
})

describe('config: an invalid variable stops the start with one line that names it and says what to do', () => {
  test.each([
    ['PORT', 'eighty', 'whole number from 0 to 65535'],
    ['PORT', '70000', 'whole number from 0 to 65535'],
    ['JUDGE_WORKERS', '0', 'whole number from 1 to 8'],
    ['JUDGE_WORKERS', '2.5', 'whole number from 1 to 8'],
    ['JUDGE_ENGINE', 'gpu', 'wasm, native'],
    ['COLLECT_SAMPLES', 'no', 'on, off'],
    ['LOG_LEVEL', 'loud', 'info'],
    ['DATABASE_URL', 'mysql://localhost/x', 'postgresql://'],
    ['DATABASE_URL', 'localhost:5432', 'postgresql://'],
    ['DATABASE_URL', 'postgresql://kim:p#w@db.test/dash', 'percent-encode'],
    ['DIRECT_DATABASE_URL', 'postgresql://kim:p/w@db.test/dash', 'percent-encode'],
    ['DATABASE_POOL', '0', 'whole number from 1 to 100'],
    ['PUBLIC_URL', 'ftp://dash', 'https://'],
    ['PUBLIC_URL', 'dash.example.org', 'https://'],
    ['PUBLIC_URL', 'https://dash.example.org/game', 'no path'],
    ['PUBLIC_URL', 'https://dash.example.org/?room=1', 'no path, query'],
    ['PUBLIC_URL', 'https://dash.example.org/#top', 'no path, query'],
    ['PUBLIC_URL', 'https://ann:pw@dash.example.org', 'user or password'],
    ['TRUST_PROXY', 'yes', 'number of proxies'],
    ['TRUST_PROXY', '10.0.0.0/33', 'subnets'],
    ['TRUST_PROXY', 'loopback,', 'loopback'],
    ['ADMIN_PASSWORD', 'short', '8 characters'],
    ['SESSION_SECRET', 'secret', '32 characters'],
    ['DATA_FOLDER', 'a\0b', 'without a NUL'],
    ['KEEP_ROUNDS_DAYS', '7', 'days from 8 to 36500, or: forever'],
    ['KEEP_GUESSES_DAYS', 'always', 'or: forever'],
  ])('%s=%s', (variable, value, hint) => {
    const complaint = complaintAbout({ [variable]: value })
    expect(complaint.startsWith(`${variable} must`)).toBe(true)
    expect(complaint).toContain(hint)
    expect(complaint).not.toContain('\n')
  })

  test('an error never repeats a secret', () => {
    expect(complaintAbout({ ADMIN_PASSWORD: 'hunter2' })).not.toContain('hunter2')
  })
})

test.each([
  ['https://dash.example.org/', 'https://dash.example.org'],
  ['HTTPS://Dash.Example.org:443', 'https://dash.example.org'],
  ['http://[::1]:3000/', 'http://[::1]:3000'],
])('PUBLIC_URL=%s is %s, as browsers write it', (written, origin) => {
  expect(readConfig({ PUBLIC_URL: written }).publicUrl).toBe(origin)
})

test('config: HOST may be in brackets', () => {
  expect(readConfig({ HOST: '[::1]' }).host).toBe('::1')
})

test('config: KEEP_ROUNDS_DAYS is a number of days, or forever', () => {
  expect(readConfig({ KEEP_ROUNDS_DAYS: '30' }).keepRoundsDays).toBe(30)
  expect(readConfig({ KEEP_ROUNDS_DAYS: 'forever' }).keepRoundsDays).toBeNull()
})
