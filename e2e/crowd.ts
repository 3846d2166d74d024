import { io, type Socket } from 'socket.io-client'
import { protocolVersion } from '#game/protocol/version'
import { settings } from '#game/settings'

/** Players without a browser, who do nothing, on every seat of a room but the host's. */
export async function takeAllSeats(gameUrl: string, code: string): Promise<{ leave(): void }> {
  // Only browsers know the name.
  const serverUrl = `http://127.0.0.1:${new URL(gameUrl).port}`
  const sockets: Socket[] = []
  for (let seat = 1; seat < settings.maxPlayers; seat++) {
    const answer = await fetch(`${serverUrl}/api/player`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: `Pupil ${seat}` }),
    })
    const [cookie = ''] = answer.headers.getSetCookie()
    const socket = io(serverUrl, {
      transports: ['websocket'],
      auth: { protocolVersion },
      forceNew: true,
      extraHeaders: { cookie: cookie.split(';')[0] ?? '' },
    })
    sockets.push(socket)
    const joined = await socket.emitWithAck('room:join', { code, isSpectator: false })
    if (!joined.ok) throw new Error(`seat ${seat} was refused: ${joined.refusal}`)
  }
  return {
    leave() {
      for (const socket of sockets) socket.disconnect()
    },
  }
}
