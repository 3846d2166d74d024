import { availableParallelism } from 'node:os'
import path from 'node:path'
import { z } from 'zod'
import { parseTrustProxy, type TrustProxy, trustNobody } from './edge/http/trust-proxy'
import { databaseUrlProblem } from './host/postgres/connection-url'

const wholeNumber = (least: number, most: number, otherwise: number) =>
  z.coerce
    .number(`must be a whole number from ${least} to ${most}`)
    .int(`must be a whole number from ${least} to ${most}`)
    .min(least, `must be a whole number from ${least} to ${most}`)
    .max(most, `must be a whole number from ${least} to ${most}`)
    .default(otherwise)

const mostDays = 36_500

/** A number of days, or null for `forever`. */
const days = (least: number, otherwise: number) =>
  z
    .string()
    .default(String(otherwise))
    .transform((text, context) => {
      if (text.trim() === 'forever') return null
      const count = Number(text)
      if (Number.isInteger(count) && count >= least && count <= mostDays) return count
      context.addIssue(`must be a whole number of days from ${least} to ${mostDays}, or: forever`)
      return z.NEVER
    })

const oneOf = <const Word extends string>(words: readonly [Word, ...Word[]], otherwise: NoInfer<Word>) =>
  z.enum(words, `must be one of: ${words.join(', ')}`).default(otherwise)

const databaseUrl = z
  .string()
  .trim()
  .check((context) => {
    const problem = databaseUrlProblem(context.value)
    if (problem) context.issues.push({ code: 'custom', message: problem, input: '' })
  })

/** One worker per core, less the core that the rooms run on. */
const defaultJudgeWorkers = Math.min(8, Math.max(1, availableParallelism() - 1))

export const defaultDatabasePool = 12

const environment = z.object({
  NODE_ENV: oneOf(['production', 'development', 'test'], 'production'),
  /** An IPv6 address with or without brackets. */
  HOST: z
    .string()
    .default('0.0.0.0')
    .transform((host) => host.trim().replace(/^\[(.*)\]$/, '$1')),
  PORT: wholeNumber(0, 65_535, 3000),
  PUBLIC_URL: z
    .url({
      protocol: /^https?$/,
      error: 'must be the address players type, such as https://dash.example.org',
    })
    .refine((url) => !URL.canParse(url) || isOriginAlone(new URL(url)), {
      error:
        'must end after the name and port, such as https://dash.example.org: no path, query, user or password',
    })
    .transform((url) => new URL(url).origin)
    .optional(),
  TRUST_PROXY: z
    .string()
    .transform((text, context) => {
      try {
        return parseTrustProxy(text)
      } catch {
        context.addIssue(
          'must be a number of proxies, or which they are: addresses, subnets, loopback, linklocal, uniquelocal, with commas between them',
        )
        return z.NEVER
      }
    })
    .default(() => trustNobody),
  DATABASE_URL: databaseUrl.optional(),
  DIRECT_DATABASE_URL: databaseUrl.optional(),
  DATABASE_POOL: wholeNumber(1, 100, defaultDatabasePool),
  DATA_FOLDER: z
    .string()
    .refine((folder) => !folder.includes('\0'), 'must be a path, without a NUL')
    .default('.data')
    .transform((folder) => path.resolve(folder)),
  ADMIN_PASSWORD: z
    .string()
    .min(8, 'must have 8 characters or more; leave it out to have one made')
    .max(200, 'must have 200 characters or fewer')
    .optional(),
  SESSION_SECRET: z
    .string()
    .min(32, 'must have 32 characters or more; leave it out to have one made')
    .optional(),
  METRICS_TOKEN: z
    .string()
    .min(16, 'must have 16 characters or more; leave it out to have metrics read on this machine only')
    .optional(),
  JUDGE_ENGINE: oneOf(['wasm', 'native'], 'wasm'),
  JUDGE_WORKERS: wholeNumber(1, 8, defaultJudgeWorkers),
  COLLECT_SAMPLES: oneOf(['on', 'off'], 'on'),
  /** The boards of a week are made of drawings. */
  KEEP_ROUNDS_DAYS: days(8, 365),
  KEEP_GUESSES_DAYS: days(1, 90),
  LOG_LEVEL: oneOf(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], 'info'),
})

function isOriginAlone({ pathname, search, hash, username, password }: URL): boolean {
  return /^\/*$/.test(pathname) && !(search || hash || username || password)
}

/** The settings of a server from environment variables, which the README explains. */
export type Config = Readonly<{
  mode: 'production' | 'development' | 'test'
  host: string
  /** 0 lets the system choose a free port. */
  port: number
  /** The address players type: scheme, name and port alone; unset means the address of this machine. */
  publicUrl?: string
  /** The proxies whose `X-Forwarded-*` counts. */
  trustProxy: TrustProxy
  /** Unset means the built-in Postgres under `dataFolder`. */
  databaseUrl?: string
  /** Bypasses a pooler, for the migrations. */
  directDatabaseUrl?: string
  /** At most so many connections. */
  databasePool: number
  /** Absolute path of everything the server writes. */
  dataFolder: string
  adminPassword?: string
  sessionSecret?: string
  /** What a metrics scraper on another machine sends as its bearer token. */
  metricsToken?: string
  judgeEngine: 'wasm' | 'native'
  judgeWorkers: number
  /** Whether drawings may be kept for training, of players who agree. */
  collectsSamples: boolean
  /** How long drawings are kept that nothing else needs; null for ever. */
  keepRoundsDays: number | null
  /** How long all guesses are kept, which a judge can make again; null for ever. */
  keepGuessesDays: number | null
  logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent'
}>

/** A mistake in the environment. `message` is one line that names the variable, what is wrong and what to do. */
export class ConfigError extends Error {}

/**
 * Reads the environment, the only place that does. An empty variable counts as unset.
 * @throws ConfigError for the first variable that cannot be used
 */
export function readConfig(variables: Record<string, string | undefined> = process.env): Config {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value?.trim()))
  const parsed = environment.safeParse(given)
  if (!parsed.success) {
    const [problem] = parsed.error.issues
    throw new ConfigError(`${problem?.path[0]?.toString()} ${problem?.message}.`)
  }
  const values = parsed.data
  return Object.freeze({
    mode: values.NODE_ENV,
    host: values.HOST,
    port: values.PORT,
    publicUrl: values.PUBLIC_URL,
    trustProxy: values.TRUST_PROXY,
    databaseUrl: values.DATABASE_URL,
    directDatabaseUrl: values.DIRECT_DATABASE_URL,
    databasePool: values.DATABASE_POOL,
    dataFolder: values.DATA_FOLDER,
    adminPassword: values.ADMIN_PASSWORD,
    sessionSecret: values.SESSION_SECRET,
    metricsToken: values.METRICS_TOKEN,
    judgeEngine: values.JUDGE_ENGINE,
    judgeWorkers: values.JUDGE_WORKERS,
    collectsSamples: values.COLLECT_SAMPLES === 'on',
    keepRoundsDays: values.KEEP_ROUNDS_DAYS,
    keepGuessesDays: values.KEEP_GUESSES_DAYS,
    logLevel: values.LOG_LEVEL,
  })
}
