import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { protocolVersion } from '#game/protocol/version'
import { guestCookie, sealGuest } from '#server/auth/guest'
import { connectPlayer, guestNamed, startGameServer, testSecret } from '#server/testing/game-server'
import { createManualClock } from '#server/testing/manual-clock'
import { openRawClient, pollingUrl } from '#server/testing/raw-client'
import { parseTrustProxy } from './http/trust-proxy'
import { type Limits, limits } from './limits'
import { createSignInGuard } from './sign-in/sign-in-guard'

type Server = Awaited<ReturnType<typeof startGameServer>>

let server: Server | undefined
const tcp: Socket[] = []
afterEach(async () => {
  for (const socket of tcp.splice(0)) socket.destroy()
  await server?.close()
  server = undefined
})

/** Far more than any limit in these tests: a limit that does nothing is found out, and no test goes on for ever. */
const enough = 12

/** @param attempt whether one more is accepted @returns how many are, before the first that is not */
async function countAccepted(attempt: (number: number) => Promise<boolean>): Promise<number> {
  for (let accepted = 0; accepted < enough; accepted++) if (!(await attempt(accepted))) return accepted
  return enough
}

const forwarded = (address: string) => ({ 'x-forwarded-for': address })
const cookieOf = async (name: string) => `${guestCookie}=${await sealGuest(guestNamed(name), testSecret)}`

function statusOf({ url }: Server, path: string, address: string, method = 'GET'): Promise<number> {
  return fetch(url + path, { method, headers: forwarded(address) }).then(({ status }) => status)
}

const accepts =
  (path: string, method: string) =>
  (running: Server, address: string): Promise<number> =>
    countAccepted(async () => (await statusOf(running, path, address, method)) === 200)

function asPlayer(
  ask: (player: Awaited<ReturnType<typeof connectPlayer>>, number: number) => Promise<object>,
  refusal: string,
) {
  return async ({ url }: Server, address: string): Promise<number> => {
    const player = await connectPlayer(url, guestNamed('Eve'), undefined, address)
    const accepted = await countAccepted(
      async (number) => ((await ask(player, number)) as { refusal?: string }).refusal !== refusal,
    )
    player.socket.disconnect()
    return accepted
  }
}

/** Codes that no room has, another one each time, also from one address to the next. */
const missCodes = asPlayer(({ ask }, number) => {
  const code = `0000${'0123456789CDFGHJKMNPRTVWXY'[number]}`
  return ask('room:join', { code, isSpectator: false })
}, 'too-many-from-here')

/** What is sent on one connection, a second after it was opened. @param frame whose answer begins with `43` and the number */
const onOneConnection =
  (frame: (number: number) => string, isAccepted: (answer: string) => boolean = () => true) =>
  async ({ url, clock }: Server): Promise<number> => {
    const client = await openRawClient('websocket', url, await cookieOf('Eve'))
    client.send(`40${JSON.stringify({ protocolVersion })}`)
    await client.hears('40', 1)
    clock.advance(1_000)
    return countAccepted(async (number) => {
      client.send(frame(number))
      const answered = client.hears(`43${number}[`, 1).then(() => true)
      if (!(await Promise.race([answered, client.closed.then(() => false)]))) return false
      return isAccepted(client.frames.findLast((each) => each.startsWith(`43${number}[`)) ?? '')
    })
  }

const command = (number: number) => `42${number}["room:leave",{}]`
const isInTime = (answer: string) => !answer.includes('too-often')

const healthQuestion = 'GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n'

function openTcp({ url }: Server): Socket {
  const socket = connect(Number(new URL(url).port), '127.0.0.1')
  tcp.push(socket.on('error', () => {}))
  return socket
}

/** @returns whether so many questions in one packet are all answered, and the connection stays */
function isAnswered(socket: Socket, questions = 1): Promise<boolean> {
  return new Promise((resolve) => {
    let text = ''
    const listen = (chunk: Buffer) => {
      text += chunk
      if (text.split('HTTP/1.1 200').length <= questions) return
      socket.off('data', listen)
      resolve(true)
    }
    socket.on('data', listen).once('close', () => resolve(false))
    socket.write(healthQuestion.repeat(questions))
  })
}

const upgradeQuestion = [
  'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1',
  ...['Host: 127.0.0.1', 'Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Version: 13'],
  ...['Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==', '', ''],
].join('\r\n')

/** @returns whether a WebSocket is answered, be it by a refusal */
function isUpgradeAnswered(socket: Socket): Promise<boolean> {
  socket.write(upgradeQuestion)
  return Promise.race([once(socket, 'data').then(() => true), once(socket, 'close').then(() => false)])
}

const onNewTcp = (running: Server) => countAccepted(() => isAnswered(openTcp(running)))
function onOneTcp(running: Server): Promise<number> {
  const socket = openTcp(running)
  return countAccepted(() => isAnswered(socket))
}

/** Floods, each on a connection of its own, until the address is answered nothing but a refusal. */
function floodUntilBlocked(running: Server, address: string): Promise<number> {
  return countAccepted(async () => {
    if ((await statusOf(running, '/', address)) !== 200) return false
    const url = `${running.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`
    const socket = new WebSocket(url, { headers: forwarded(address) })
    socket.on('error', () => {})
    await once(socket, 'open')
    const closed = once(socket, 'close')
    for (let frame = 0; frame <= limits.framesPerConnectionPerSecond; frame++) socket.send('3')
    await closed
    return true
  })
}

/** One wrong password after the other, without a pause. @returns how many are looked at before somebody has to wait */
function wrongPasswords(changed: Partial<Limits>, addressOf: (number: number) => string): Promise<number> {
  const clock = createManualClock()
  const free = { signInPauseMs: 0, signInPausePerWrongMs: 0, signInPauseMostMs: 0 }
  const guard = createSignInGuard(async () => false, { clock, limits: { ...limits, ...free, ...changed } })
  return countAccepted(async (number) => {
    const answer = guard.attempt({ password: 'wrong', address: addressOf(number), device: null })
    for (let turn = 0; turn < 10; turn++) await new Promise((resolve) => setImmediate(resolve))
    clock.advance(0)
    return (await answer).is === 'wrong'
  })
}

type Row = {
  /** What else has to be large or small, for this limit to be the one that is met. */
  readonly beside?: Partial<Limits>
  /** After so long as many are accepted again, ms. */
  readonly windowMs?: number
  /** Also behind a trusted proxy: for each address that it forwards. */
  readonly isPerAddress?: true
  /** Where the number accepted is not the limit itself. */
  readonly accepted?: number
  readonly limit: number
  readonly count: (running: Server, address: string, changed: Partial<Limits>) => Promise<number>
}

const perMinute = { windowMs: 60_000, isPerAddress: true } as const

const rows: Partial<Record<keyof Limits, Row>> = {
  maxRooms: {
    limit: 2,
    count: async (running, address) =>
      countAccepted(async () => {
        const player = await connectPlayer(running.url, guestNamed('Ann'), undefined, address)
        const answer = await player.ask('room:create', {})
        if (!answer.ok) expect(answer.refusal).toBe('server-full')
        return answer.ok
      }),
  },
  connectionsPerAddress: {
    limit: 2,
    isPerAddress: true,
    count: ({ url }, address) =>
      countAccepted(async () => (await fetch(pollingUrl(url), { headers: forwarded(address) })).ok),
  },
  handshakesPerAddressPerMinute: {
    ...{ limit: 3, ...perMinute },
    count: ({ url }, address) =>
      countAccepted(async () => (await fetch(pollingUrl(url), { headers: forwarded(address) })).ok),
  },
  roomsPerAddressPerMinute: {
    ...{ limit: 2, isPerAddress: true },
    count: asPlayer(({ ask }) => ask('room:create', {}), 'too-many-from-here'),
  },
  missedCodesPerAddress: {
    ...{ limit: 3, isPerAddress: true, windowMs: limits.missedCodesWindowMs },
    count: missCodes,
  },
  missedCodesPerSite: {
    limit: 3,
    windowMs: limits.missedCodesWindowMs,
    count: (running) =>
      countAccepted(async (network) => {
        const address = `2001:db8:7:${network + 1}::1`
        const player = await connectPlayer(running.url, guestNamed('Eve'), undefined, address)
        const code = `0000${network}`
        const answer = await player.ask('room:join', { code, isSpectator: false })
        return answer.ok || answer.refusal !== 'too-many-from-here'
      }),
  },
  missedCodesOfAll: {
    limit: 2,
    // The first two are anybody's; from then on this address has none.
    beside: { missedCodesPerAddress: 8, guardedShare: 0 },
    windowMs: limits.missedCodesGuardMs + limits.missedCodesWindowMs,
    count: missCodes,
  },
  guardedShare: {
    limit: 0.25,
    beside: { missedCodesPerAddress: 8, missedCodesOfAll: 1 },
    accepted: 2,
    count: missCodes,
  },
  guardedSeatedShare: {
    limit: 0.5,
    beside: { missedCodesPerAddress: 8, missedCodesOfAll: 1, guardedShare: 0 },
    accepted: 4,
    count: async (running, address) => {
      const seated = await connectPlayer(running.url, guestNamed('Ann'), undefined, address)
      await seated.ask('room:create', {})
      return missCodes(running, address)
    },
  },
  messagesPerConnectionPerSecond: { limit: 3, windowMs: 1_000, count: onOneConnection(command, isInTime) },
  messagesPerConnectionPerMinute: { limit: 4, count: onOneConnection(command) },
  framesPerConnectionPerSecond: { limit: 4, count: onOneConnection(command) },
  bytesPerConnectionPerSecond: {
    limit: 400,
    accepted: 4,
    count: onOneConnection((number) => command(number).padEnd(100)),
  },
  commandsPerConnectionPerSecond: { limit: 3, count: onOneConnection(command, isInTime) },
  refusalsPerConnectionPerMinute: {
    limit: 3,
    count: async (running) => {
      await onOneConnection((number) => `42${number}["cheat:win",{}]`)(running)
      const text = await (await fetch(`${running.url}/metrics`)).text()
      // The one too many is counted, too.
      return Number(/dash_refusals_total\{refusal="bad-message"\} (\d+)/.exec(text)?.[1]) - 1
    },
  },
  fragmentsPerMessage: {
    limit: 3,
    count: ({ url }) =>
      countAccepted(async (number) => {
        const socket = new WebSocket(`${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`)
        socket.on('error', () => {})
        await once(socket, 'open')
        const closed = once(socket, 'close').then(() => false)
        socket.send('3', { fin: number === 0 })
        for (let part = 1; part <= number; part++) socket.send('', { fin: part === number })
        const answered = once(socket, 'pong').then(() => true)
        socket.ping()
        const isKept = await Promise.race([answered, closed])
        socket.terminate()
        return isKept
      }),
  },
  namesPerAddressPerMinute: { limit: 2, isPerAddress: true, count: accepts('/api/player', 'POST') },
  recoveriesPerAddressPerMinute: {
    ...{ limit: 2, isPerAddress: true },
    count: accepts('/api/player/recover', 'POST'),
  },
  erasuresPerAddressPerMinute: {
    ...{ limit: 2, isPerAddress: true },
    count: accepts('/api/player/erase', 'POST'),
  },
  downloadsPerAddressPerMinute: {
    ...{ limit: 2, isPerAddress: true },
    count: async (running, address) => {
      const read = await accepts('/api/player/data', 'GET')(running, address)
      // To ask for the head of it costs as much.
      expect(await statusOf(running, '/api/player/data', address, 'HEAD')).toBe(429)
      return read
    },
  },
  bodyBytes: {
    limit: 8,
    count: ({ url }) =>
      countAccepted(async (number) => {
        const body = 'x'.repeat(number + 1)
        return (await fetch(`${url}/api/player`, { method: 'POST', body })).ok
      }),
  },
  pagesPerAddressPerMinute: { limit: 3, ...perMinute, count: accepts('/', 'GET') },
  requestsPerTcpPerSecond: { limit: 3, windowMs: 1_000, count: onOneTcp },
  requestsAtOncePerTcp: {
    limit: 3,
    count: (running) => countAccepted((number) => isAnswered(openTcp(running), number + 1)),
  },
  requestsPerAddressPerSecond: { limit: 3, windowMs: 1_000, count: onNewTcp },
  upgradesPerAddressPerSecond: {
    limit: 3,
    // The first one alone is granted.
    beside: { handshakesPerAddressPerMinute: 1 },
    windowMs: 1_000,
    count: (running) => countAccepted(() => isUpgradeAnswered(openTcp(running))),
  },
  refusedRequestsPerTcpPerSecond: {
    limit: 3,
    beside: { floodsPerAddressPerMinute: 0 },
    windowMs: 1_000,
    count: onOneTcp,
  },
  floodsPerAddressPerMinute: {
    limit: 2,
    ...perMinute,
    beside: { tcpTurnsOfFloodersPerWindow: 1_000 },
    count: floodUntilBlocked,
  },
  tcpTurnsOfFloodersPerWindow: {
    limit: 3,
    // Who waits in vain is cut soon.
    beside: { floodsPerAddressPerMinute: 0, headersMs: 100, connectionsCheckMs: 20 },
    windowMs: 100,
    count: onNewTcp,
  },
  tcpPerAddress: { limit: 3, count: onNewTcp },
  tcpOpensPerAddressPerSecond: { limit: 3, windowMs: 1_000, count: onNewTcp },
  tcpOfAll: { limit: 3, count: onNewTcp },
  reportsPerPlayerPerHour: {
    limit: 2,
    count: async ({ url }) => {
      const [ann, ben] = [
        await connectPlayer(url, guestNamed('Ann')),
        await connectPlayer(url, guestNamed('Ben')),
      ]
      await ann.ask('room:create', {})
      const { code } = await ann.sees(({ seats }) => seats.length === 1)
      await ben.ask('room:join', { code, isSpectator: false })
      return countAccepted(
        async () => (await ann.ask('player:report', { playerId: ben.guest.id, reason: 'name' })).ok,
      )
    },
  },
  signInsBeforeBackoff: {
    limit: 3,
    count: (_running, address, changed) => wrongPasswords(changed, () => address),
  },
  signInsOfSiteBeforeBackoff: {
    limit: 4,
    count: (_running, _address, changed) => wrongPasswords(changed, (number) => `2001:db8:7:${number}::/64`),
  },
}

/** Not how many but how large a backlog or a memory: see the tests of backpressure, of the sign-in and of the page queue. */
const others = [
  ...['behindBytes', 'caughtUpBytes', 'lostBytes', 'signInsWaiting', 'signInAddresses'],
  'pagesAtOncePerAddress',
]

test('limits: the share of an address with a seat is for players, not for a TV', async () => {
  const few = { missedCodesPerAddress: 8, missedCodesOfAll: 1, guardedShare: 0, guardedSeatedShare: 1 }
  server = await startGameServer({ limits: { ...limits, ...few }, trustProxy: parseTrustProxy('loopback') })
  const ann = await connectPlayer(server.url, guestNamed('Ann'), undefined, elsewhere)
  await ann.ask('room:create', {})
  const { code } = await ann.sees(({ seats }) => seats.length === 1)
  const tv = await connectPlayer(server.url, null, { protocolVersion, isTv: true }, here)
  expect(await tv.ask('room:watch', { code })).toMatchObject({ ok: true })
  // The first miss of all is free, and sets up the guard.
  expect(await missCodes(server, here)).toBe(1)
})

test('limits: every one that is a number of something has a row here', () => {
  const named = Object.keys(limits).filter((name) => !name.endsWith('Ms') && !others.includes(name))
  expect(Object.keys(rows).sort()).toEqual(named.sort())
})

const here = '198.51.100.1'
const elsewhere = '203.0.113.9'
const entries = Object.entries(rows) as [keyof Limits, Row][]

async function start(name: keyof Limits, { limit, beside }: Row, trusted?: string): Promise<Partial<Limits>> {
  const changed = { goodbyeMs: 10, ...beside, [name]: limit }
  server = await startGameServer({
    limits: { ...limits, ...changed },
    ...(trusted && { trustProxy: parseTrustProxy(trusted) }),
  })
  return changed
}

/** Of TCP itself, which a trusted proxy does not forward. */
const ofTcp = entries.filter(([name]) => /tcp|requests|upgrades/i.test(name)).map(([name]) => name)

test.each(entries)('limits: %s is the number that is accepted, and one more is not', async (name, row) => {
  const changed = await start(name, row, ofTcp.includes(name) ? undefined : 'loopback')
  if (!server) throw new Error('no server')
  const { accepted = row.limit, windowMs } = row
  expect(await row.count(server, here, changed)).toBe(accepted)
  if (windowMs === undefined) return
  server.clock.advance(windowMs)
  expect(await row.count(server, here, changed)).toBe(accepted)
})

test.each(entries.filter(([, { isPerAddress }]) => isPerAddress))(
  'limits: %s counts by the address that a trusted proxy forwards, and by the proxy’s own where it is not trusted',
  async (name, row) => {
    const changed = await start(name, row, 'loopback')
    if (!server) throw new Error('no server')
    await row.count(server, here, changed)
    expect(await row.count(server, here, changed)).toBe(0)
    expect(await row.count(server, elsewhere, changed)).toBe(row.limit)
    await server.close()
    await start(name, row)
    await row.count(server, here, changed)
    // Floods through a proxy that is not trusted are held against nobody.
    expect(await row.count(server, elsewhere, changed)).toBe(
      name === 'floodsPerAddressPerMinute' ? enough : 0,
    )
  },
)
