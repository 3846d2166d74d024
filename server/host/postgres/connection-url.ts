import { type ClientConfig, Client as PgClient } from 'pg'
import { parse } from 'pg-connection-string'

/** Address and credentials of a database, in the terms of node-postgres. */
export type PostgresConnection = {
  /** Without TLS until `reach` has found out which of `tls` the server takes. */
  readonly client: ClientConfig
  /** What to try, in this order, as `sslmode` says. */
  readonly tls: readonly NonNullable<ClientConfig['ssl']>[]
  /** `?schema=`, as Prisma has it. */
  readonly schema: string
  /** For messages: host and port or the socket, the role and the database. Never the password. */
  readonly label: string
  readonly user: string
  readonly database: string
}

const sslModes = ['disable', 'allow', 'prefer', 'require', 'verify-ca', 'verify-full', 'no-verify']

/**
 * Reads the syntax alone, and no file.
 * @returns what is wrong with it, to stand behind the name of the variable; undefined when nothing is
 */
export function databaseUrlProblem(url: string): string | undefined {
  const [, rest] = /^postgres(?:ql)?:\/\/(.*)$/s.exec(url) ?? []
  if (rest === undefined)
    return 'must look like postgresql://name:password@host:5432/database; leave it out to use the built-in database'
  const authority = /^[^/?#]*/.exec(rest)?.[0] ?? ''
  const isRaw =
    /[#\s\\]|%(?![0-9a-f]{2})/i.test(rest) ||
    rest.slice(authority.length).includes('@') ||
    authority.split('@').length > 2
  if (isRaw)
    return 'must have the special characters of its name and password percent-encoded (%40 for @, %23 for #, %2F for /, %3F for ?, %25 for %, %20 for a space)'
  const address = authority.slice(authority.indexOf('@') + 1)
  const parameters = new URLSearchParams(rest.split('?')[1])
  if (address.includes(',') || parameters.get('host')?.includes(','))
    return 'must name one host, not several; a proxy in front of them will do'
  const port = /^(?:\[[0-9a-f:.]+\]|[^:[\]]*)(?::(\d*))?$/i.exec(address)
  if (!port || Number(port[1] || 1) > 65_535 || Number(port[1] || 1) < 1)
    return 'must have a host and a port that can be read; an IPv6 address stands in brackets, and special characters in the password are percent-encoded (%3A for :)'
  const sslMode = parameters.get('sslmode')
  if (sslMode !== null && !sslModes.includes(sslMode))
    return `must have one of these as its sslmode: ${sslModes.join(', ')}`
  try {
    parse(withParameters(url, plainParameters(parameters)))
  } catch {
    return 'must look like postgresql://name:password@host:5432/database'
  }
}

/**
 * `sslmode` means what libpq means by it (`require` encrypts and does not verify), and PGSSLMODE stands in for it.
 * @param url valid by `databaseUrlProblem`
 * @throws Error with one line when a certificate that it names cannot be read
 */
export function readConnection(url: string): PostgresConnection {
  const parameters = new URLSearchParams(url.split('?')[1])
  const sslMode = sslModeOf(parameters)
  const parsed = parse(withParameters(url, plainParameters(parameters)))
  const database = parsed.database ?? parameters.get('dbname')
  const client: ClientConfig = {
    application_name: parameters.get('application_name') ?? 'digit-dash',
    ...(parsed.host && { host: parsed.host }),
    ...(parsed.port && { port: Number(parsed.port) }),
    ...(parsed.user && { user: parsed.user }),
    ...(parsed.password && { password: parsed.password }),
    ...(database && { database }),
    ...(parameters.has('options') && { options: parameters.get('options') ?? '' }),
    ...(parameters.get('channel_binding') === 'require' && { enableChannelBinding: true }),
    ...(parameters.get('sslnegotiation') === 'direct' && { sslnegotiation: 'direct' as const }),
  }
  // node-postgres fills in what is left out, from PGHOST and the like.
  const complete = new PgClient({ ...client, ssl: true })
  const { host, port } = complete
  const isSocket = host.startsWith('/')
  return {
    client,
    tls: isSocket ? [false] : tlsFor(sslMode, parameters),
    schema: parameters.get('schema') || 'public',
    label: isSocket ? `${host}/.s.PGSQL.${port}` : `${host.includes(':') ? `[${host}]` : host}:${port}`,
    user: complete.user ?? '',
    database: complete.database ?? '',
  }
}

function sslModeOf(parameters: URLSearchParams): string {
  if (parameters.get('sslrootcert') === 'system') return 'verify-full'
  const byNodePostgres = {
    true: 'verify-full',
    '1': 'verify-full',
    'no-verify': 'require',
    false: 'disable',
    '0': 'disable',
  }
  const ssl = byNodePostgres[parameters.get('ssl') as keyof typeof byNodePostgres]
  const mode = parameters.get('sslmode') ?? ssl ?? process.env.PGSSLMODE
  if (mode === 'no-verify') return 'require'
  return mode && sslModes.includes(mode) ? mode : 'prefer'
}

function tlsFor(sslMode: string, parameters: URLSearchParams): PostgresConnection['tls'] {
  if (sslMode === 'disable') return [false]
  const wished = new URLSearchParams({ sslmode: sslMode === 'allow' ? 'prefer' : sslMode })
  for (const name of ['sslcert', 'sslkey', 'sslrootcert']) {
    const file = parameters.get(name)
    if (file && file !== 'system') wished.set(name, file)
  }
  if (sslMode === 'verify-ca' && !wished.has('sslrootcert'))
    throw new Error(
      'sslmode=verify-ca needs sslrootcert=FILE, the certificate of whoever signed the server’s.',
    )
  try {
    const { ssl } = parse(`postgresql://host/?${wished}`, { useLibpqCompat: true })
    const encrypted = ssl as NonNullable<ClientConfig['ssl']>
    if (sslMode === 'prefer') return [encrypted, false]
    return sslMode === 'allow' ? [false, encrypted] : [encrypted]
  } catch (error) {
    const { code, path } = error as NodeJS.ErrnoException
    throw path ? new Error(`A certificate cannot be read: ${path} (${code}).`) : error
  }
}

/** Parameters that name the database. */
function plainParameters(parameters: URLSearchParams): URLSearchParams {
  const names = ['host', 'port', 'user', 'password']
  return new URLSearchParams([...parameters].filter(([name]) => names.includes(name)))
}

const withParameters = (url: string, parameters: URLSearchParams) => `${url.split('?')[0]}?${parameters}`
