import type { IncomingMessage } from 'node:http'
import { afterEach, expect, test, vi } from 'vitest'
import { createPageQueue } from './page-queue'

afterEach(() => void vi.useRealTimers())

/** A request as far as the queue looks at it. */
function ask(isCut = false): IncomingMessage {
  return { socket: { destroyed: isCut } } as unknown as IncomingMessage
}

/** Pages that are rendered until they are told to end. */
function createPages() {
  const rendered: string[] = []
  const ends = new Map<string, () => void>()
  const render = (name: string) => () => {
    rendered.push(name)
    return new Promise<void>((resolve) => ends.set(name, resolve))
  }
  return { rendered, render, end: (name: string) => ends.get(name)?.() }
}

/** By then all whose turn it is are being rendered, also those who have just been told. */
async function settle(queue: ReturnType<typeof createPageQueue>): Promise<void> {
  for (const key of ['nobody', 'nobody else']) await queue.wait(key, ask(), () => {})
}

test('pages: so many of one address are rendered at once, in order, and those of another meanwhile', async () => {
  const queue = createPageQueue(2)
  const { rendered, render, end } = createPages()
  const [first] = ['a', 'b', 'c', 'd'].map((name) => queue.wait('one', ask(), render(name)))
  await queue.wait('other', ask(), () => void rendered.push('z'))
  expect(rendered).toEqual(['a', 'b', 'z'])
  end('a')
  await first
  await settle(queue)
  expect(rendered).toEqual(['a', 'b', 'z', 'c'])
})

test('pages: one that has ended makes room for one, while another of its address is still rendered', async () => {
  const queue = createPageQueue(2)
  const { rendered, render, end } = createPages()
  const [first] = ['a', 'b'].map((name) => queue.wait('one', ask(), render(name)))
  await settle(queue)
  end('a')
  await first
  for (const name of ['c', 'd']) void queue.wait('one', ask(), render(name))
  await settle(queue)
  expect(rendered).toEqual(['a', 'b', 'c'])
})

test('pages: one that takes long makes room for the next, and does so once', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const queue = createPageQueue(1)
  const { rendered, render, end } = createPages()
  const [first] = ['a', 'b', 'c'].map((name) => queue.wait('one', ask(), render(name)))
  await settle(queue)
  expect(rendered).toEqual(['a'])
  vi.runOnlyPendingTimers()
  await settle(queue)
  expect(rendered).toEqual(['a', 'b'])
  end('a')
  await first
  await settle(queue)
  expect(rendered).toEqual(['a', 'b'])
})

test('pages: one that has ended leaves no timer behind', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  await createPageQueue(1).wait('one', ask(), () => {})
  expect(vi.getTimerCount()).toBe(0)
})

test('pages: between two of one address everybody else has a turn', async () => {
  const queue = createPageQueue(1)
  const done: string[] = []
  const first = queue.wait('one', ask(), () => {
    done.push('first page')
    setImmediate(() => done.push('ink'))
  })
  await Promise.all([first, queue.wait('one', ask(), () => void done.push('second page'))])
  expect(done).toEqual(['first page', 'ink', 'second page'])
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
