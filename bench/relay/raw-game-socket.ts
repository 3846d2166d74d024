import type { RoomView, ServerMessage } from '#game/protocol/server-messages'
import type { Acknowledgement } from '#game/protocol/socket-events'
import { protocolVersion } from '#game/protocol/version'
import { type Guest, guestCookie, sealGuest } from '#server/auth/guest'
import { testSecret } from '#server/testing/game-server'
import { openRawWebSocket } from './raw-websocket'

type Progress = ServerMessage<'drawing:progressed'>

/** What all players of a room are told in the same bytes is read once, so that hundreds of them are light. */
export type RoomReader = { read(data: Buffer): Progress }

export function createRoomReader(): RoomReader {
  let known: { data: Buffer; progress: Progress }[] = []
  return {
    read(data) {
      const same = known.find((each) => each.data.equals(data))
      if (same) return same.progress
      const [, progress] = JSON.parse(data.toString('latin1', 2)) as [string, Progress]
      known = [{ data: Buffer.from(data), progress }, ...known.slice(0, 3)]
      return progress
    },
  }
}

/** A player of the game who speaks socket.io's protocol on a bare WebSocket. */
export async function openRawGameSocket(
  url: string,
  guest: Guest,
  reader: RoomReader,
  on: { view(view: RoomView): void; progress(progress: Progress): void },
) {
  const cookie = `${guestCookie}=${await sealGuest(guest, testSecret)}`
  const address = new URL('/socket.io/?EIO=4&transport=websocket', url)
  const waiting = new Map<number, (answer: Acknowledgement) => void>()
  let asked = 0
  let joined = () => {}
  const joining = new Promise<void>((resolve) => {
    joined = resolve
  })
  const socket = await openRawWebSocket(address, cookie, (data, { send }) => {
    if (data.toString('latin1', 0, progressBegins.length) === progressBegins)
      return on.progress(reader.read(data))
    const [, kind = '', id = '', text = ''] = /^(\d\d?)(\d*)(.*)$/s.exec(data.toString()) ?? []
    if (kind === '0') send(`40${JSON.stringify({ protocolVersion })}`)
    else if (kind === '2') send('3')
    else if (kind === '40') joined()
    else if (kind === '43') waiting.get(Number(id))?.(JSON.parse(text)[0])
    else if (kind === '42' && id) send(`43${id}[]`)
    else if (kind === '42' && text.startsWith('["room:view"')) on.view(JSON.parse(text)[1])
  })
  await joining
  const emit = (name: string, message: object, id = '') =>
    socket.send(`42${id}${JSON.stringify([name, message])}`)
  return {
    emit,
    ask: (name: string, message: object) =>
      new Promise<Acknowledgement>((resolve) => {
        waiting.set(++asked, resolve)
        emit(name, message, String(asked))
      }),
  }
}

const progressBegins = '42["drawing:progressed",'
