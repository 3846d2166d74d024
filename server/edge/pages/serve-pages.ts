/** What `startPageProcess` starts: renders pages, at lower priority than the game, and listens on a socket that only the game can open. */
import { rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { constants } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { GameId } from '#game/protocol/scalars'
import { readConfig } from '#server/config'
import { createLog } from '#server/host/log'
import { lowerPriority } from '#server/host/lower-priority'
import { forgetBoards } from '#server/store/boards/board-cache'
import { joinDatabase } from '#server/store/connect'
import { hostPages } from './hosted-pages'
import type { FromPages, PageStart, ToPages } from './page-messages'

/** Request headers, longer by ours than the longest that the game takes from a client, bytes. */
const mostHeaderBytes = 64 * 1024
/** What somebody was changing has so long to end, ms. */
const mostClosingMs = 2_000

// How long Next took to read its configuration, between the lines of the log that operators read, is for nobody.
console.log = () => {}

const { socket, ...options } = JSON.parse(process.argv[2] ?? '{}') as PageStart
const log = createLog(readConfig())
const pages = hostPages({ ...options, dev: false })
const awaited = new Map<GameId, (() => void)[]>()
let closeDatabase = async () => {}

const tell = (message: FromPages) => {
  if (process.connected) process.send?.(message)
}

/** Resolves once the game has written all there is of one of its games. */
function delivered(gameId: GameId): Promise<void> {
  return new Promise((resolve) => {
    awaited.set(gameId, [...(awaited.get(gameId) ?? []), resolve])
    tell({ type: 'await', gameId })
  })
}

async function connect({ address, connections }: ToPages & { type: 'connect' }): Promise<void> {
  const database = joinDatabase(address, connections, log)
  closeDatabase = database.close
  await pages.connect({ database: { ...database, address }, outbox: { delivered } })
  const server = createServer(
    // The game has limits of its own, and keeps its connections.
    { maxHeaderSize: mostHeaderBytes, requireHostHeader: false, keepAliveTimeout: 0 },
    (request, response) => {
      Promise.resolve(pages.answer(request, response)).catch((error) => {
        log.error({ err: error, url: request.url }, 'A page could not be rendered')
        response.destroy()
      })
    },
  )
  server.listen(socket, () => {
    // Not before: visitors wait for it.
    lowerPriority(constants.priority.PRIORITY_BELOW_NORMAL)
    tell({ type: 'ready' })
  })
}

process.on('message', (message: ToPages) => {
  if (message.type === 'connect') void connect(message)
  else if (message.type === 'boards-changed') forgetBoards()
  else {
    for (const resolve of awaited.get(message.gameId) ?? []) resolve()
    awaited.delete(message.gameId)
  }
})
// A terminal sends its signals to all processes; the game says when to end, or has ended.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {})
process.once('disconnect', async () => {
  await Promise.race([closeDatabase(), pause(mostClosingMs)])
  // A game that was killed leaves it behind.
  await rm(path.dirname(socket), { recursive: true, force: true }).catch(() => {})
  process.exit()
})
