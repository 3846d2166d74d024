import type { GameId } from '#game/protocol/scalars'
import type { DatabaseAddress, PoolSizes } from '#server/store/connect'

/** What the process of the pages is started with. */
export type PageStart = {
  readonly hostname: string
  readonly port: number
  /** The path of the socket that it listens on. */
  readonly socket: string
}

/** From the game to its pages. */
export type ToPages =
  | { readonly type: 'connect'; readonly address: DatabaseAddress; readonly connections: PoolSizes }
  | { readonly type: 'boards-changed' }
  | { readonly type: 'delivered'; readonly gameId: GameId }

/** From the pages to their game. */
export type FromPages = { readonly type: 'ready' } | { readonly type: 'await'; readonly gameId: GameId }
