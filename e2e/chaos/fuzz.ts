import { WebSocket } from 'ws'
import { protocolVersion } from '#game/protocol/version'
import { guestCookie, sealGuest } from '#server/auth/guest'
import { guestNamed } from '#server/testing/game-server'
import { openArena } from './arena'
import { brokenFrame, hostileFrame } from './hostile-frames'
import { withServer } from './with-server'

export type FuzzReport = {
  readonly frames: number
  readonly connections: number
  readonly answers: number
  readonly faults: readonly string[]
}

/** As many as the rate limit lets through. */
const framesPerConnection = 20
/** The first broken frame closes a connection, so each has its own. */
const brokenShare = 0.1
const attackers = 16

/** Sends hostile frames to a real server, seated and unseated, while bots play on it. */
export async function runFuzz(frames: number, tell: (line: string) => void = () => {}): Promise<FuzzReport> {
  return withServer({}, async ({ url, secret, hasEnded }) => {
    const arena = await openArena(url, secret, { rooms: 2, players: 3, rounds: 1 })
    const codes = arena.rooms.map(({ bots }) => bots[0]?.client.store.getState().room?.code ?? '')
    let [sent, connections, answers] = [0, 0, 0]

    async function attack(attacker: number): Promise<void> {
      while (sent < frames && !hasEnded()) {
        const own = Math.min(framesPerConnection, frames - sent)
        sent += own
        connections++
        const heard = await attackOnce(attacker, own)
        answers += heard
        if (connections % 1_000 === 0) tell(`${sent} frames on ${connections} connections`)
      }
    }

    async function attackOnce(attacker: number, count: number): Promise<number> {
      // Limits go by address, and each attacker has one.
      const localAddress = `127.0.${1 + (connections % 250)}.${attacker + 1}`
      const cookie = `${guestCookie}=${await sealGuest(guestNamed('Eve'), secret)}`
      const socket = new WebSocket(`${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`, {
        localAddress,
        headers: { cookie },
      })
      let heard = 0
      const closed = new Promise<void>((resolve) => socket.on('close', () => resolve()))
      socket.on('error', () => {})
      socket.on('message', (data) => {
        heard++
        if (String(data).startsWith('0{')) socket.send(`40${JSON.stringify({ protocolVersion })}`)
        if (!String(data).startsWith('40')) return
        const next = Math.random() < brokenShare ? brokenFrame : hostileFrame
        const code = codes[connections % codes.length] ?? ''
        for (let frame = 0; frame < count; frame++) socket.send(next(code))
        socket.close()
      })
      await closed
      return heard
    }

    await Promise.all(Array.from({ length: attackers }, (_, attacker) => attack(attacker)))
    const faults = arena.rooms.flatMap(({ witness }) => witness.faults)
    if (hasEnded()) faults.push('the server has ended')
    else await arena.finish()
    arena.close()
    return { frames: sent, connections, answers, faults }
  })
}
