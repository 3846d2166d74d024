import { WebSocket } from 'ws'
import type { Acknowledgement } from '#game/protocol/socket-events'
import { protocolVersion } from '#game/protocol/version'
import { guestCookie, sealGuest } from '#server/auth/guest'
import { guestNamed, testSecret } from '#server/testing/game-server'

export type AttackPlayer = {
  /** Resolves with null when the server has closed the connection. */
  ask(name: string, message: object): Promise<Acknowledgement | null>
  close(): void
}

/**
 * A player that connects from a given address. @param localAddress of this machine
 * @returns null if the server has refused the connection
 */
export async function openPlayer(
  url: string,
  localAddress: string,
  isTv = false,
): Promise<AttackPlayer | null> {
  const cookie = `${guestCookie}=${await sealGuest(guestNamed('Eve'), testSecret)}`
  const address = `${url.replace('http', 'ws').replace('localhost', '127.0.0.1')}/socket.io/?EIO=4&transport=websocket`
  const socket = new WebSocket(address, { localAddress, headers: { cookie } })
  const waiting = new Map<number, (answer: Acknowledgement | null) => void>()
  let asked = 0
  const isIn = await new Promise<boolean>((resolve) => {
    socket.on('error', () => resolve(false))
    socket.on('close', () => {
      resolve(false)
      for (const answer of waiting.values()) answer(null)
    })
    socket.on('message', (data) => {
      const text = String(data)
      if (text.startsWith('0')) socket.send(`40${JSON.stringify({ protocolVersion, isTv })}`)
      if (text === '2') socket.send('3')
      if (text.startsWith('40')) resolve(true)
      const [, id, body] = /^43(\d+)(.*)$/s.exec(text) ?? []
      if (!id || !body) return
      waiting.get(Number(id))?.(JSON.parse(body)[0])
      waiting.delete(Number(id))
    })
  })
  if (!isIn) return null
  return {
    ask(name, message) {
      if (socket.readyState !== WebSocket.OPEN) return Promise.resolve(null)
      const id = asked++
      socket.send(`42${id}${JSON.stringify([name, message])}`)
      return new Promise((resolve) => waiting.set(id, resolve))
    },
    close: () => socket.terminate(),
  }
}
