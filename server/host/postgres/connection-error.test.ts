import { describe, expect, test } from 'vitest'
import { explainFailure } from '#server/host/postgres/connection-error'
import { readConnection } from '#server/host/postgres/connection-url'

const connection = readConnection('postgresql://kim:hush@db.test/dash')
const failure = (code: string | undefined, message: string) =>
  explainFailure(Object.assign(new Error(message), { code }), connection)

describe('connecting: a permanent error ends the start with what to do', () => {
  test.each([
    ['28P01', 'password authentication failed for user "kim"', 'percent-encoded'],
    [undefined, 'SASL: SCRAM-SERVER-FIRST-MESSAGE: client password must be a string', 'the address has none'],
    ['28000', 'pg_hba.conf rejects connection for host "10.0.0.7"', 'pg_hba.conf'],
    ['28000', 'role "kim" is not permitted to log in', 'pg_hba.conf, or the role'],
    ['3D000', 'database "dash" does not exist', 'CREATE DATABASE "dash"'],
    ['42501', 'permission denied for database "dash"', 'GRANT CONNECT ON DATABASE "dash" TO "kim"'],
    ['08P01', 'no such database: dash', 'CREATE DATABASE "dash"'],
    ['08P01', 'no such user: kim', 'pooler does not know "kim"'],
    ['08P01', 'unsupported startup parameter: options', 'ignore_startup_parameters'],
    [undefined, 'The server does not support SSL connections', 'sslmode=prefer'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'self-signed certificate', 'sslrootcert=FILE'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'unable to verify the first certificate', 'sslrootcert=FILE'],
    ['CERT_HAS_EXPIRED', 'certificate has expired', 'sslrootcert=FILE'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'Hostname/IP does not match', 'the name that the certificate bears'],
    ['EACCES', 'connect EACCES /run/.s.PGSQL.5432', 'may not open the socket'],
  ])('%s %s', (code, message, hint) => {
    const { isFinal, text } = failure(code, message)
    expect(isFinal).toBe(true)
    expect(text).toContain(message)
    expect(text).toContain(hint)
    expect(text).not.toContain('hush')
  })
})

describe('connecting: a transient error is retried', () => {
  test.each([
    ['ECONNREFUSED', 'connect ECONNREFUSED 127.0.0.1:5432'],
    ['ENOENT', 'connect ENOENT /run/.s.PGSQL.5432'],
    ['EAI_AGAIN', 'getaddrinfo EAI_AGAIN db.test'],
    ['ENOTFOUND', 'getaddrinfo ENOTFOUND db.test'],
    ['EHOSTUNREACH', 'connect EHOSTUNREACH'],
    ['ECONNRESET', 'read ECONNRESET'],
    ['57P03', 'the database system is starting up'],
    ['57P01', 'terminating connection due to administrator command'],
    ['53300', 'too many connections for role "kim"'],
    ['08P01', 'server login has been failing, try again later (server_login_retry)'],
    ['08P01', 'no more connections allowed (max_client_conn)'],
    [undefined, 'timeout expired'],
    [undefined, 'Connection terminated unexpectedly'],
  ])('%s %s', (code, message) => {
    expect(failure(code, message)).toEqual({ isFinal: false, text: message })
  })

  test('a name with several addresses, none of which answers, is named by its code', () => {
    const error = Object.assign(new AggregateError([]), { code: 'ECONNREFUSED' })
    expect(explainFailure(error, connection)).toEqual({ isFinal: false, text: 'ECONNREFUSED' })
  })
})
