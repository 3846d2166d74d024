import { afterEach, expect, test, vi } from 'vitest'
import { copyText } from './copy-text'
import { canShare, shareOrCopy } from './share'

afterEach(() => vi.unstubAllGlobals())

/** A page whose selection can be copied, or not. */
function page(execCommand: () => boolean) {
  const selected: string[] = []
  const field = {
    value: '',
    style: {},
    focus() {},
    remove() {},
    setSelectionRange: () => selected.push(field.value),
  }
  const document = { activeElement: null, createElement: () => field, body: { append() {} }, execCommand }
  vi.stubGlobal('document', document)
  vi.stubGlobal('HTMLElement', class {})
  return selected
}
const browser = (navigator: object) => vi.stubGlobal('navigator', navigator)
const clipboard = (writeText: (text: string) => Promise<void>) => ({ clipboard: { writeText } })
const refuse = (name: string) => async () => {
  throw new DOMException('no', name)
}

test('clipboard: a text is copied by the clipboard', async () => {
  const copied: string[] = []
  browser(clipboard(async (text) => void copied.push(text)))
  expect(await copyText('KMRTA')).toBe(true)
  expect(copied).toEqual(['KMRTA'])
})

test.each([
  ['missing', {}],
  ['forbidden', clipboard(refuse('NotAllowedError'))],
])('clipboard: a text is copied by selection where the clipboard is %s', async (_, navigator) => {
  browser(navigator)
  const selected = page(() => true)
  expect(await copyText('KMRTA')).toBe(true)
  expect(selected).toEqual(['KMRTA'])
})

test.each([
  ['is refused', () => false],
  [
    'throws',
    () => {
      throw new Error('no')
    },
  ],
])('clipboard: a text is not copied where the selection %s, too', async (_, execCommand) => {
  browser({})
  page(execCommand)
  expect(await copyText('KMRTA')).toBe(false)
})

const link = { text: 'Race me', url: 'http://dash.test/room/KMRTA' }

test('clipboard: a link is shared by the share dialog of the device', async () => {
  const shared: unknown[] = []
  browser({ share: async (data: unknown) => void shared.push(data) })
  expect(canShare()).toBe(true)
  expect(await shareOrCopy(link)).toBe('shared')
  expect(shared).toEqual([link])
})

test('clipboard: a share dialog that is closed again is no failure, and nothing is copied', async () => {
  browser({ share: refuse('AbortError') })
  const selected = page(() => true)
  expect(await shareOrCopy(link)).toBe('closed')
  expect(selected).toEqual([])
})

test.each([
  ['missing', {}],
  ['not for links', { share: async () => {}, canShare: () => false }],
  ['forbidden', { share: refuse('NotAllowedError') }],
  ['busy', { share: refuse('InvalidStateError') }],
])('clipboard: a link is copied where the share dialog is %s', async (_, navigator) => {
  browser(navigator)
  const selected = page(() => true)
  expect(await shareOrCopy(link)).toBe('copied')
  expect(selected).toEqual(['Race me http://dash.test/room/KMRTA'])
})

test('clipboard: a link that can neither be shared nor copied is left to be read', async () => {
  browser({})
  page(() => false)
  expect(canShare()).toBe(false)
  expect(await shareOrCopy(link)).toBe('failed')
})
