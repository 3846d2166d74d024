import { expect, test } from 'vitest'
import { settle } from '#server/testing/room-parts'
import { createRetention } from './retention'

function deferred() {
  let resolve = () => {}
  const promise = new Promise<void>((onResolve) => (resolve = onResolve))
  return { promise, resolve }
}

test('retention: files are released when the last record is safe, in whatever order, one that failed and later ones among them', async () => {
  const retention = createRetention()
  const [slow, quick, late] = [deferred(), deferred(), deferred()]
  let isReleased = false
  retention.retain(slow.promise)
  retention.retain(quick.promise)
  retention.retain(Promise.reject(new Error('refused')))
  void retention.released().then(() => (isReleased = true))
  quick.resolve()
  await settle()
  expect([isReleased, retention.isNeeded]).toEqual([false, true])
  retention.retain(late.promise)
  slow.resolve()
  await settle()
  expect([isReleased, retention.isNeeded]).toEqual([false, true])
  late.resolve()
  await settle()
  expect([isReleased, retention.isNeeded]).toEqual([true, false])
})
