import { once } from 'node:events'
import { type RawData, WebSocket } from 'ws'
import type { RoomView, ServerMessage } from '#game/protocol/server-messages'
import type { Acknowledgement } from '#game/protocol/socket-events'
import { protocolVersion } from '#game/protocol/version'
import { type Guest, guestCookie, sealGuest } from '#server/auth/guest'
import { testSecret } from '#server/testing/game-server'

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
      known = [{ data, progress }, ...known.slice(0, 3)]
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
  const address = `${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`
  const socket = new WebSocket(address, { headers: { cookie }, perMessageDeflate: false })
  const waiting = new Map<number, (answer: Acknowledgement) => void>()
  let asked = 0
  const joined = new Promise<void>((resolve) => {
    socket.on('message', (raw: RawData) => {
      const data = raw as Buffer
      if (data.toString('latin1', 0, 24) === progressBegins) return on.progress(reader.read(data))
      const [, kind = '', id = '', text = ''] = /^(\d\d?)(\d*)(.*)$/s.exec(data.toString()) ?? []
      if (kind === '0') socket.send(`40${JSON.stringify({ protocolVersion })}`)
      else if (kind === '2') socket.send('3')
      else if (kind === '40') resolve()
      else if (kind === '43') waiting.get(Number(id))?.(JSON.parse(text)[0])
      else if (kind === '42' && id) socket.send(`43${id}[]`)
      else if (kind === '42' && text.startsWith('["room:view"')) on.view(JSON.parse(text)[1])
    })
  })
  await once(socket, 'open')
  await joined
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
