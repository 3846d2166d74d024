import type { PostgresConnection } from './connection-url'

/** A failed attempt to connect: whether a retry may help, and the message, in one line without a full stop. */
export type ConnectionFailure = { readonly isFinal: boolean; readonly text: string }

type DriverError = { code?: string; message: string; detail?: string }
type Rule = {
  readonly is: (error: DriverError) => boolean
  readonly hint: (connection: PostgresConnection) => string
}

const hasCode =
  (...codes: string[]) =>
  ({ code = '' }: DriverError) =>
    codes.includes(code)
const says =
  (pattern: RegExp) =>
  ({ message }: DriverError) =>
    pattern.test(message)

/**
 * Permanent errors, the first match counts. An unknown host name is not here: a container's name is unknown until it
 * runs (`reach` gives it a minute). Poolers answer with 08P01 to everything, so theirs are told apart by what they say.
 */
const finalRules: readonly Rule[] = [
  {
    is: says(/password must be a string/),
    hint: ({ user }) => `It wants a password for "${user}", and the address has none`,
  },
  {
    is: (error) => hasCode('28P01')(error) || says(/^SASL/)(error),
    hint: ({ user }) =>
      `Is it the password of "${user}"? Special characters in it have to be percent-encoded`,
  },
  {
    is: hasCode('28000'),
    hint: ({ user, database }) =>
      `The server's pg_hba.conf, or the role, has to let "${user}" into "${database}" from this machine`,
  },
  {
    is: (error) => hasCode('3D000')(error) || says(/no such database|^database .* does not exist/)(error),
    hint: ({ database }) => `Create it: CREATE DATABASE "${database}"`,
  },
  {
    is: hasCode('42501'),
    hint: ({ user, database }) => `Run as its owner: GRANT CONNECT ON DATABASE "${database}" TO "${user}"`,
  },
  {
    is: says(/no such user|auth(entication)? failed/),
    hint: ({ user }) => `The pooler does not know "${user}" with this password`,
  },
  {
    is: says(/unsupported startup parameter/),
    hint: () => 'Leave it out of the address, or list it in the pooler’s ignore_startup_parameters',
  },
  {
    is: says(/does not support SSL/),
    hint: () => 'The address asks for TLS: turn it on there, or use sslmode=prefer',
  },
  {
    is: hasCode('ERR_TLS_CERT_ALTNAME_INVALID'),
    hint: () => 'Use the name that the certificate bears, or sslmode=verify-ca, which does not look at it',
  },
  {
    is: (error) => isCertificateError(error),
    hint: () =>
      'Name who signed its certificate with sslrootcert=FILE, or use sslmode=require to encrypt alone',
  },
  {
    is: hasCode('EPROTO'),
    hint: () => 'Client and server found no TLS that both speak',
  },
  {
    is: hasCode('EACCES'),
    hint: () => 'This user may not open the socket',
  },
  {
    is: ({ code = '' }) => /^(0A|22|42)/.test(code),
    hint: () => 'No waiting cures that',
  },
  {
    is: says(/invalid response|unknown message|unexpected message/i),
    hint: () => 'What answers there is no PostgreSQL',
  },
]

/** @param error as node-postgres throws it */
export function explainFailure(error: unknown, connection: PostgresConnection): ConnectionFailure {
  const known = error as DriverError
  // Where a name has several addresses, each has an error of its own and the whole has no message.
  const message = known.message || known.code || String(error)
  const rule = finalRules.find(({ is }) => is({ ...known, code: known.code ?? '', message }))
  return rule
    ? { isFinal: true, text: `${message.replace(/\.$/, '')}. ${rule.hint(connection)}` }
    : { isFinal: false, text: message }
}

/** Whether another way of connecting (with TLS or without) may be let in. */
export function isAboutEncryption(error: unknown): boolean {
  const { code, message = '' } = error as Partial<DriverError>
  return code === '28000' || /does not support SSL|establishing an SSL|SSL required/i.test(message)
}

/** The server has no free connection; one becomes free sooner or later. */
export function isFull(error: unknown): boolean {
  const { code, message = '' } = error as Partial<DriverError>
  return code === '53300' || /no more connections allowed|too many connections/.test(message)
}

/** What Postgres, the driver and its pool say when time is up. Prisma hands the words on, and the code only of some queries. */
const timeIsUp =
  /due to (?:statement|connection) timeout|timeout exceeded when trying to connect|Query read timeout/

/** Whether a query of a fenced pool failed because the database had no time for it. Trying again later helps. */
export function isBusy(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return timeIsUp.test(error.message) || isBusy(error.cause)
}

function isCertificateError({ code = '' }: DriverError): boolean {
  return (
    /^(CERT_|ERR_TLS_|ERR_SSL_|UNABLE_TO_|HOSTNAME_MISMATCH|INVALID_(CA|PURPOSE))/.test(code) ||
    /SELF_SIGNED_CERT|ISSUER_CERT/.test(code)
  )
}
