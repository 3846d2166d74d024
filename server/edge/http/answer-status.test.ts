import { afterEach, beforeEach, expect, test } from 'vitest'
import { startGameServer } from '#server/testing/game-server'
import { answerBusy, duringAnswer } from './answer-status'

let server: Awaited<ReturnType<typeof startGameServer>>

beforeEach(async () => {
  server = await startGameServer({
    pages: {
      answer: ({ url }, response) =>
        duringAnswer(response, async () => {
          if (url === '/late') response.write('it has begun, ')
          // Next renders in turns of its own.
          await new Promise(setImmediate)
          if (url !== '/fine') answerBusy()
          response.end('the page')
        }),
    },
  })
})
afterEach(() => server.close())

const ask = async (address: string) => {
  const response = await fetch(`${server.url}${address}`)
  return [response.status, response.headers.get('retry-after'), await response.text()]
}

test('busy: a page that the database had no time for is answered with status 503, and says when to try again', async () => {
  expect(await Promise.all(['/busy', '/fine'].map(ask))).toEqual([
    [503, '5', 'the page'],
    [200, null, 'the page'],
  ])
})

test('busy: a page that has begun to be sent keeps its status', async () => {
  expect(await ask('/late')).toEqual([200, null, 'it has begun, the page'])
})

test('busy: outside an answer it does nothing', () => {
  expect(answerBusy()).toBeUndefined()
})
