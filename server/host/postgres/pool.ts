import { Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { Client, escapeIdentifier, Pool, type PoolClient } from 'pg'
import type { Logger } from 'pino'
import { isFull } from './connection-error'
import type { PostgresConnection } from './connection-url'

/** Thrown while the database does not answer. */
export class DatabaseAwayError extends Error {
  override readonly name = 'DatabaseAwayError'
}

export type DatabasePoolOptions = {
  /** At most so many connections. */
  readonly size: number
  /** Whether `search_path` has to be set on each connection, because the default is another schema. */
  readonly setsSchema: boolean
  readonly log: Pick<Logger, 'debug' | 'info' | 'warn'>
  /** A database that answers nothing for so long is away, ms; a busy one still answers. */
  readonly silenceMs?: number
  /** For pages: what takes longer fails, so that reading never gets in the way of play. */
  readonly fence?: QueryFence
}

export type QueryFence = {
  /** The most that one statement may take, and the most to wait for a connection, ms. */
  readonly mostMs: number
  /** Whether settings of a connection reach Postgres: behind a pooler they would reach other clients. */
  readonly isDirect: boolean
}

/** How long to wait for a connection: until one is free, or until it is made, ms. */
const waitMs = 10_000
const retryMs = 250
/** Interval of health checks while queries are pending, ms. */
const watchMs = 500
const awayMs = 1_000
/** Timeout of the health check for a visitor, ms. */
const patienceMs = 1_000
const tickMs = 50
/**
 * How long a connection of the pages is kept for the next page, ms. A new one asks for a key of 4,096 rounds, reads what there is to know of each
 * table, and plans each query anew: most of the time of the first page after ten quiet seconds.
 */
const keptMs = 300_000
/** How long a pool stays small after the database refused a connection, ms. */
const smallMs = 15_000

/**
 * A connection pool, of the game or of its pages. If the database allows fewer connections than configured, queries queue for them. A slow
 * query has no timeout as long as the database is alive. A database that answers nothing for `silenceMs` (frozen, unplugged) is away:
 * pending queries fail then, and later ones at once, until it answers again (a circuit breaker).
 */
export class DatabasePool extends Pool {
  readonly connection: PostgresConnection
  /** Whether its connections keep statements that were given a name, and their plans: for pages, which ask the same again and again. */
  readonly keepsStatements: boolean
  readonly #options: DatabasePoolOptions
  readonly #sockets = new Set<Socket>()
  readonly #silenceMs: number
  #isAway = false
  #ended: Promise<void> | undefined
  #probing: Promise<boolean> | undefined
  #releasing: Promise<boolean> | undefined
  #watch: NodeJS.Timeout | undefined

  constructor(connection: PostgresConnection, options: DatabasePoolOptions) {
    const { fence } = options
    const openSocket = () => {
      const socket = new Socket()
      this.#sockets.add(socket)
      return socket.once('close', () => this.#sockets.delete(socket))
    }
    const setUp = [
      // Times travel without their zone.
      "set time zone 'UTC'",
      ...(options.setsSchema ? [`set search_path to ${escapeIdentifier(connection.schema)}`] : []),
      ...(fence?.isDirect
        ? [
            `set statement_timeout = ${fence.mostMs}`,
            'set max_parallel_workers_per_gather = 0',
            'set jit = off',
          ]
        : []),
    ].join(';')
    super({
      ...connection.client,
      max: options.size,
      connectionTimeoutMillis: fence?.mostMs ?? waitMs,
      ...(fence && { idleTimeoutMillis: keptMs }),
      ...(fence && !fence.isDirect && { query_timeout: fence.mostMs }),
      stream: openSocket,
      onConnect: (client) => client.query(setUp) as unknown as undefined,
    })
    this.keepsStatements = fence?.isDirect === true
    this.connection = { ...connection, client: { ...connection.client, stream: openSocket } }
    this.#options = options
    this.#silenceMs = options.silenceMs ?? 4_000
    this.on('error', (error) => options.log.debug({ err: error }, 'An idle database connection broke'))
    this.on('connect', (client) =>
      client.on('error', (error) => options.log.debug({ err: error }, 'A database connection broke')),
    )
  }

  /** Whether the database answers within a second. */
  async isUp(): Promise<boolean> {
    if (this.#isAway) return false
    // If all are in use, a returned one proves as much as a new one.
    const signs = Promise.race([this.#probe(), this.#nextRelease()])
    return withinTime(patienceMs, signs).catch(() => false)
  }

  override connect(): Promise<PoolClient>
  override connect(callback: ConnectCallback): void
  override connect(callback?: ConnectCallback): Promise<PoolClient> | undefined {
    const connecting = this.#connectInTurn()
    if (!callback) return connecting
    connecting
      .then(
        (client) => callback(undefined, client, client.release.bind(client)),
        (error) => callback(error, undefined, () => undefined),
      )
      .catch((error) => this.#options.log.warn({ err: error }, 'A callback of the connection pool failed'))
  }

  /** Idempotent. Does not wait for a database that is away. */
  override end(): Promise<void> {
    this.#ended ??= super.end()
    if (this.#isAway) this.#cut()
    return this.#ended
  }

  async #connectInTurn(): Promise<PoolClient> {
    const giveUpAt = Date.now() + (this.#options.fence?.mostMs ?? waitMs)
    for (;;) {
      if (this.#isAway) throw new DatabaseAwayError('The database is away')
      this.#watch ??= setInterval(() => this.#watchOver(), watchMs).unref()
      try {
        return await super.connect()
      } catch (error) {
        if (!isFull(error) || Date.now() > giveUpAt) throw error
        this.#shrink()
        await pause(retryMs)
      }
    }
  }

  /** Reduces the pool to the connections that there are; queries queue for them. */
  #shrink(): void {
    const { size, log } = this.#options
    if (this.options.max === size) {
      log.debug(`The database allows no more than ${this.totalCount} connections now`)
      setTimeout(() => (this.options.max = size), smallMs).unref()
    }
    this.options.max = Math.max(1, this.totalCount)
  }

  #watchOver(): void {
    if (this.totalCount > this.idleCount && !this.#isAway) void this.#probe()
    else if (this.totalCount === this.idleCount) {
      clearInterval(this.#watch)
      this.#watch = undefined
    }
  }

  #probe(): Promise<boolean> {
    this.#probing ??= this.#isAlive().finally(() => {
      this.#probing = undefined
    })
    return this.#probing
  }

  #nextRelease(): Promise<boolean> {
    this.#releasing ??= new Promise((resolve) => {
      this.once('release', () => {
        this.#releasing = undefined
        resolve(!this.#isAway)
      })
    })
    return this.#releasing
  }

  async #isAlive(): Promise<boolean> {
    try {
      // A closing pool gives out no connections, which says nothing about the database.
      const hasRoom = !this.ending && (this.idleCount > 0 || this.totalCount < this.options.max)
      await withinTime(this.#silenceMs, hasRoom ? this.#askPooled() : this.#askApart())
      return true
    } catch (error) {
      // A database that has no room for one more is alive.
      if (isFull(error)) return true
      if (this.ending) this.#cut()
      else if (!this.#isAway) void this.#waitUntilBack(error)
      return false
    }
  }

  async #askPooled(): Promise<void> {
    const client = await super.connect()
    try {
      await client.query('select 1')
    } finally {
      client.release()
    }
  }

  async #askApart(): Promise<void> {
    const client = new Client({ ...this.connection.client, connectionTimeoutMillis: waitMs })
    client.on('error', () => undefined)
    try {
      await client.connect()
      await client.query('select 1')
    } finally {
      void client.end().catch(() => undefined)
    }
  }

  #cut(): void {
    for (const socket of this.#sockets) socket.destroy(new DatabaseAwayError('The database went silent'))
  }

  async #waitUntilBack(error: unknown): Promise<void> {
    const { log } = this.#options
    this.#isAway = true
    log.warn(
      { err: error },
      `The database at ${this.connection.label} does not answer; games go on without it`,
    )
    while (!this.ending) {
      this.#cut()
      await pause(awayMs, undefined, { ref: false })
      if (await this.#probe()) break
    }
    this.#isAway = false
    if (!this.ending) log.info(`The database at ${this.connection.label} answers again`)
  }
}

type ConnectCallback = (
  error: Error | undefined,
  client: PoolClient | undefined,
  done: (release?: Error | boolean) => void,
) => void

/**
 * Waits so long for work, not counting the time in which this process was too busy to look.
 * @throws Error when it takes longer
 */
async function withinTime<Result>(ms: number, work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<never>((_, reject) => {
    let leftMs = ms
    timer = setInterval(() => {
      leftMs -= tickMs
      if (leftMs <= 0) reject(new Error(`no answer within ${ms} ms`))
    }, tickMs)
  })
  return Promise.race([work, tooLate]).finally(() => clearInterval(timer))
}
