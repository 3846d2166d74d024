import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import next from 'next'
import type { PageLoad, Pages } from '#server/edge/http/answer-requests'
import { duringAnswer } from '#server/edge/http/answer-status'
import { sharePools } from '#server/host/postgres/shared-pool'
import type { Database } from '#server/store/connect'
import type { Outbox } from '#server/store/outbox/outbox'
import { shareOutbox } from '#server/store/outbox/shared-outbox'

/** What pages read of the game: they cannot reach its rooms. */
export type PageSources = {
  readonly database: Pick<Database, 'address' | 'pool' | 'pagePool'>
  readonly outbox: Pick<Outbox, 'delivered'>
}

/** Pages that are being opened; none is answered before they are connected. */
export type HostedPages = Pick<Pages, 'upgrade'> & {
  readonly load: PageLoad
  /** Resolves when the request is answered. */
  answer(request: IncomingMessage, response: ServerResponse): Promise<void>
  /** @throws Error when the pages do not open */
  connect(sources: PageSources): Promise<void>
  close(): Promise<void>
}

export type PageOptions = {
  readonly dev: boolean
  /** In development only: whose connections reload modules. */
  readonly httpServer?: Server
  /** Where the server listens: pages send requests to it. */
  readonly hostname: string
  readonly port: number
}

/** Renders pages in this process. */
export function hostPages(options: PageOptions): HostedPages {
  const pages = next(options)
  const prepared = pages.prepare()
  // It may also fail while nobody waits for it yet.
  prepared.catch(() => {})
  const answer = pages.getRequestHandler()
  let waiting = 0
  return {
    get load() {
      return { isRunning: true, replaced: 0, waiting }
    },
    async answer(request, response) {
      waiting++
      try {
        await duringAnswer(response, () => answer(request, response))
      } finally {
        waiting--
      }
    },
    ...(options.dev && { upgrade: pages.getUpgradeHandler() }),
    async connect({ database, outbox }) {
      sharePools({ game: database.pool, pages: database.pagePool })
      shareOutbox(outbox)
      await prepared
    },
    async close() {
      await prepared.catch(() => {})
      await pages.close()
    },
  }
}
