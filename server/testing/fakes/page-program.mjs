/** Stands in for the process that renders pages: it says what it was asked and told, and can end. */
import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'

const { socket, hostname } = JSON.parse(process.argv[2] ?? '{}')
if (hostname === 'nowhere') process.exit(3)
let changes = 0
let isEnding = false
const waiting = []

const server = createServer(async (request, response) => {
  const { method, url, headers } = request
  if (url === '/end') return process.exit(1)
  if (url === '/close') {
    isEnding = true
    response.setHeader('connection', 'close')
    server.close()
  }
  if (url === '/half') return response.write('it has begun', () => process.exit(1))
  if (url === '/wait') {
    process.send({ type: 'await', gameId: 'a-game' })
    await new Promise((resolve) => waiting.push(resolve))
  }
  response.setHeader('set-cookie', ['one=1', 'two=2'])
  response.statusCode = url === '/missing' ? 404 : 200
  response.end(JSON.stringify({ method, url, headers, body: await text(request), changes, pid: process.pid }))
})

process.on('message', (message) => {
  if (message.type === 'connect') server.listen(socket, () => process.send({ type: 'ready' }))
  else if (message.type === 'boards-changed' && isEnding) process.exit()
  else if (message.type === 'boards-changed') changes++
  else waiting.shift()?.()
})
process.once('disconnect', () => process.exit())
