import { describe, expect, test } from 'vitest'
import { databaseUrlProblem, readConnection } from '#server/host/postgres/connection-url'

describe('DATABASE_URL: every form of address that libpq takes is read', () => {
  test.each([
    ['postgresql://kim:pw@db.test:5433/dash', { host: 'db.test', port: 5433, user: 'kim', database: 'dash' }],
    ['postgres://kim@db.test/dash', { host: 'db.test', user: 'kim', database: 'dash' }],
    ['postgresql://kim:pw@db.test', { host: 'db.test', user: 'kim' }],
    ['postgresql://kim:p%23w%2Frd%40@db.test/dash', { user: 'kim', password: 'p#w/rd@' }],
    ['postgresql://kim:pw@[::1]:5433/dash', { host: '::1', port: 5433, database: 'dash' }],
    ['postgresql:///dash?host=/var/run/postgresql', { host: '/var/run/postgresql', database: 'dash' }],
    ['postgresql://kim:pw@/dash?host=/run&port=5433', { host: '/run', port: 5433, user: 'kim' }],
    ['postgresql://kim@%2Fvar%2Frun%2Fpostgresql/dash', { host: '/var/run/postgresql', database: 'dash' }],
    ['postgresql://kim@%2Frun:5433/dash', { host: '/run', port: 5433, user: 'kim', database: 'dash' }],
    [
      'postgresql:///?host=/run&dbname=dash&user=kim&password=pw',
      { host: '/run', database: 'dash', user: 'kim' },
    ],
    ['postgresql://kim:pw@db.test/dash?application_name=tv', { application_name: 'tv' }],
  ])('%s', (url, expected) => {
    expect(databaseUrlProblem(url)).toBeUndefined()
    expect(readConnection(url).client).toMatchObject(expected)
  })

  test('parameters that are not given are not sent, so that a pooler has nothing to refuse', () => {
    expect(
      Object.keys(readConnection('postgresql://kim:pw@db.test/dash?schema=x&pgbouncer=true').client),
    ).toEqual([...['application_name', 'host', 'user', 'password', 'database']])
  })
})

describe('DATABASE_URL: one that cannot be read is answered with what to do, and never with the password', () => {
  test.each([
    ['mysql://kim:hush@db.test/dash', 'must look like postgresql://'],
    ['postgresql://kim:hu@sh#/x@db.test/dash', 'percent-encode'],
    ['postgresql://kim:hush#1@db.test/dash', 'percent-encode'],
    ['postgresql://kim:hush/1@db.test/dash', 'percent-encode'],
    ['postgresql://kim:hush?1@db.test/dash', 'percent-encode'],
    ['postgresql://kim:hush@1@db.test/dash', 'percent-encode'],
    ['postgresql://kim:hush%@db.test/dash', 'percent-encode'],
    ['postgresql://kim:hush 1@db.test/dash', 'percent-encode'],
    ['postgresql://kim:hush\\1@db.test/dash', 'percent-encode'],
    ['postgresql://kim:hush', 'a host and a port'],
    ['postgresql://kim:hush@::1/dash', 'brackets'],
    ['postgresql://kim:hush@db.test:99999/dash', 'a host and a port'],
    ['postgresql://kim:hush@a:1,b:2/dash', 'one host'],
    ['postgresql://kim:hush@/dash?host=a,b', 'one host'],
    ['postgresql://kim:hush@db.test/dash?sslmode=required', 'sslmode: disable'],
  ])('%s', (url, complaint) => {
    expect(databaseUrlProblem(url)).toContain(complaint)
    expect(databaseUrlProblem(url)).not.toContain('hush')
  })
})

describe('sslmode: means what libpq means by it', () => {
  const encrypted = { rejectUnauthorized: false }
  test.each([
    ['disable', [false]],
    ['allow', [false, encrypted]],
    ['prefer', [encrypted, false]],
    ['require', [encrypted]],
    ['verify-full', [{}]],
  ])('%s', (mode, ways) => {
    expect(readConnection(`postgresql://kim@db.test/dash?sslmode=${mode}`).tls).toEqual(ways)
  })

  test('none is prefer, and on a socket there is none at all', () => {
    expect(readConnection('postgresql://kim@db.test/dash').tls).toEqual([encrypted, false])
    expect(readConnection('postgresql:///dash?host=/run&sslmode=require').tls).toEqual([false])
  })

  test('verify-ca without the certificate of an authority, and one that is not there, are refused', () => {
    const read = (rest: string) => () =>
      readConnection(`postgresql://kim@db.test/dash?sslmode=verify-ca${rest}`)
    expect(read('')).toThrow('needs sslrootcert=FILE')
    expect(read('&sslrootcert=/no/such.crt')).toThrow('A certificate cannot be read: /no/such.crt (ENOENT)')
  })
})
