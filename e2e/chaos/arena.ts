import { defaultRoomSettings, type RoomSettings } from '#game/protocol/scalars'
import type { RoomState } from '../../app/_web/play/room-client/room-state'
import { type ChaosBot, openBot } from './bot'
import { createWitness, type Witness } from './witness'

export type ArenaRoom = { readonly bots: readonly ChaosBot[]; readonly witness: Witness }

/** Rooms full of bots that play one game after the other, in all modes, with sums and modifiers, and against ghosts. */
export type Arena = {
  readonly rooms: readonly ArenaRoom[]
  readonly bots: readonly ChaosBot[]
  /** Resolves as soon as any room has come to this phase. @throws Error when none has in time */
  reaches(phase: string, withinMs?: number): Promise<void>
  /**
   * Resolves when everybody is connected and seated again. @returns how long each took, ms
   * @throws Error when somebody is not back after a minute
   */
  isBack(): Promise<number[]>
  /** No game begins any more; resolves when the last one has finished. */
  finish(): Promise<void>
  close(): void
}

const mostBackMs = 60_000
/** Longer than any game lasts. */
const mostWaitMs = 300_000
/** What rooms play, in turn. In a public room that somebody is alone in, earlier games are raced as ghosts [R25]. */
const kinds: readonly Partial<RoomSettings>[] = [
  { mode: 'race' },
  { mode: 'fool' },
  { mode: 'rush' },
  { mode: 'relay' },
  { mode: 'race', isPublic: true },
  { mode: 'race', sums: 'hard' },
  { mode: 'rush', modifier: 'one-stroke' },
  { mode: 'race', modifier: 'mirror' },
]

export async function openArena(
  url: string,
  secret: string,
  { rooms, players, rounds }: { rooms: number; players: number; rounds: number },
): Promise<Arena> {
  const listeners = new Set<(state: RoomState) => void>()
  const stops: (() => void)[] = []
  let isFinishing = false
  const opened = await Promise.all(Array.from({ length: rooms }, (_, index) => open(index)))
  const bots = opened.flatMap((room) => room.bots)

  async function open(index: number): Promise<ArenaRoom> {
    const witness = createWitness(`room ${index}`)
    const kind = kinds[index % kinds.length] ?? {}
    const host = await openBot(url, secret, { name: kind.isPublic ? 'quick' : 'new' }, index * 100)
    const watch = (bot: ChaosBot) => {
      const see = witness.watcher()
      bot.client.store.subscribe((state) => {
        see(state)
        for (const listener of listeners) listener(state)
      })
    }
    watch(host)
    await until(host, isSeated)
    const settings = { ...defaultRoomSettings, ...kind, rounds, roundSeconds: 5 + (index % 3) }
    await host.client.request('settings:change', { settings })
    const code = host.client.store.getState().room?.code ?? ''
    const guests = await Promise.all(
      Array.from({ length: kind.isPublic ? 0 : players - 1 }, (_, place) =>
        openBot(url, secret, { name: 'code', code }, index * 100 + place + 1),
      ),
    )
    for (const guest of guests) {
      watch(guest)
      await until(guest, isSeated)
    }
    const room = { bots: [host, ...guests], witness }
    drive(room)
    return room
  }

  /** The host starts the next game shortly after the last, every other time by way of the lobby; where ghosts will come, it waits for them. */
  function drive({ bots }: ArenaRoom): void {
    let ended = 0
    const start = () => {
      for (const { client } of bots) {
        const state = client.store.getState()
        const { room, phase, you } = state
        const isIdle = phase?.name === 'lobby' || phase?.name === 'finished'
        const mayStart =
          isSeated(state) && room?.hostId === you && !room?.pause && !(ended > 0 && room?.startsWithGhosts)
        if (isIdle && mayStart && !isFinishing && room?.seats.every((seat) => seat.isConnected))
          void client.request(
            phase.name === 'finished' && (++ended % 2 === 0 || room.settings.isPublic)
              ? 'lobby:open'
              : 'game:start',
            {},
          )
      }
    }
    const timer = setInterval(start, 1_500)
    stops.push(() => clearInterval(timer))
  }

  return {
    rooms: opened,
    bots,
    reaches: (phase, withinMs = mostWaitMs) =>
      new Promise((resolve, reject) => {
        const giveUp = setTimeout(() => {
          listeners.delete(listener)
          reject(new Error(`no room has come to ${phase} within ${withinMs} ms`))
        }, withinMs)
        const listener = (state: RoomState) => {
          if (state.phase?.name !== phase || state.room?.pause || !isSeated(state)) return
          clearTimeout(giveUp)
          listeners.delete(listener)
          resolve()
        }
        listeners.add(listener)
      }),
    async isBack() {
      const begin = performance.now()
      return Promise.all(
        bots.map(async (bot) => {
          await until(bot, isSeated, mostBackMs)
          return performance.now() - begin
        }),
      )
    },
    async finish() {
      isFinishing = true
      await Promise.all(
        bots.map((bot) => until(bot, ({ phase }) => phase?.name === 'finished' || phase?.name === 'lobby')),
      )
    },
    close() {
      for (const stop of stops.splice(0)) stop()
      for (const bot of bots) bot.close()
    },
  }
}

/** Whether a client has received a view on its current connection; until then it shows that of the previous one. */
function isSeated({ room, connection, isClockStale }: RoomState): boolean {
  return room !== null && connection.name === 'connected' && !isClockStale
}

async function until(
  { client: { store } }: ChaosBot,
  isSo: (state: RoomState) => boolean,
  withinMs = mostWaitMs,
): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const giveUp = setTimeout(() => {
      unsubscribe()
      const { connection, phase } = store.getState()
      reject(new Error(`a bot waits in vain: ${JSON.stringify({ connection, phase: phase?.name })}`))
    }, withinMs)
    const look = () => {
      if (!isSo(store.getState())) return
      clearTimeout(giveUp)
      unsubscribe()
      resolve()
    }
    const unsubscribe = store.subscribe(look)
    look()
  })
}
