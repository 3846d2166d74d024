import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { createPageQueue } from './page-queue'

/** A request as far as the queue looks at it. */
function ask(isCut = false): IncomingMessage {
  return { socket: { destroyed: isCut } } as unknown as IncomingMessage
}

test('pages: so many of one address are rendered at once, and those of another meanwhile', async () => {
  const queue = createPageQueue(2)
  const rendered: string[] = []
  const ends: (() => void)[] = []
  const render = (name: string) => () => {
    rendered.push(name)
    return new Promise<void>((resolve) => ends.push(resolve))
  }
  const [first] = ['a', 'b', 'c'].map((name) => queue.wait('one', ask(), render(name)))
  await queue.wait('other', ask(), () => void rendered.push('z'))
  expect(rendered).toEqual(['a', 'b', 'z'])
  ends[0]?.()
  await first
  await queue.wait('other', ask(), () => {})
  expect(rendered).toEqual(['a', 'b', 'z', 'c'])
})

test('pages: nothing is rendered for a connection that was cut, and one that fails makes room', async () => {
  const queue = createPageQueue(1)
  const rendered: string[] = []
  const failed = queue.wait('one', ask(), () => Promise.reject(new Error('no page')))
  const cut = queue.wait('one', ask(true), () => void rendered.push('cut'))
  const last = queue.wait('one', ask(), () => void rendered.push('last'))
  await expect(failed).rejects.toThrow('no page')
  await Promise.all([cut, last])
  expect(rendered).toEqual(['last'])
})
