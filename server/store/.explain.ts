import { PrismaPg } from '@prisma/adapter-pg'
import { Client } from 'pg'
import pino from 'pino'
import { openDatabase } from '#server/store/connect'
import { measuredPages } from '../../bench/boards/page-calls'
import { PrismaClient } from './generated/client'

const d = await openDatabase({ dataFolder: '/tmp/pages-data' } as never, pino({ level: 'warn' }))
const prisma = new PrismaClient({
  adapter: new PrismaPg(d.pagePool),
  log: [{ emit: 'event', level: 'query' }],
})
const seen: { query: string; params: unknown[] }[] = []
prisma.$on('query', ({ query, params }) => {
  seen.push({ query, params: JSON.parse(params) })
})
const client = new Client(d.pool.connection.client)
await client.connect()
await client.query('set max_parallel_workers_per_gather = 0; set jit = off; set time zone utc')
const rows = await d.prisma.$queryRawUnsafe<any[]>(
  `select p.id, p.name, p.colour::int, (select "gameId" from "Result" r join "Game" g on g.id = r."gameId" and g.board='race' where r."playerId" = p.id limit 1) as "gameId", rating.games from "Rating" rating join "Player" p on p.id = rating."playerId" order by rating.games desc limit 3`,
)
const { gameId, games, ...guest } = rows[0]
const only = process.argv[2]
for (const [name, page] of Object.entries(measuredPages)) {
  if (only && !name.includes(only)) continue
  seen.length = 0
  await page.ask(prisma as never, { guest, gameId } as never, 3)
  let total = 0
  const parts: [number, string][] = []
  for (const { query, params } of [...seen]) {
    if (!/^\s*(select|with)/i.test(query)) continue
    let least = Infinity
    for (let i = 0; i < 7; i++) {
      const {
        rows: [r],
      } = await client.query('explain (analyze, buffers, format json) ' + query, params)
      const e = r['QUERY PLAN'][0]
      least = Math.min(least, e['Planning Time'] + e['Execution Time'])
    }
    total += least
    parts.push([least, query.replace(/\s+/g, ' ').slice(0, 110)])
  }
  console.log(name.padEnd(26), total.toFixed(1), 'ms in', parts.length)
  for (const [t, q] of parts.sort((a, b) => b[0] - a[0]).slice(0, only ? 20 : 3))
    console.log('      ', t.toFixed(2), q)
  if (process.argv[3])
    for (const { query, params } of seen) {
      if (!query.includes(process.argv[3])) continue
      const { rows } = await client.query('explain (analyze, buffers) ' + query, params)
      console.log(rows.map((r: any) => r['QUERY PLAN']).join('\n'))
    }
}
await client.end()
await prisma.$disconnect()
await d.close()
