import { readdirSync, readFileSync } from 'node:fs'
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'
import { createTranslator } from 'next-intl'
import { describe, expect, test } from 'vitest'
import { directionOf, locales } from './locales'
import { messageFiles } from './message-files'

const folder = new URL('./messages/', import.meta.url)
const [first] = locales

function read(locale: string): Map<string, string> {
  const messages = new Map<string, string>()
  const collect = (path: string, value: unknown) => {
    if (typeof value === 'string') messages.set(path, value)
    else for (const [key, inner] of Object.entries(value ?? {})) collect(`${path}.${key}`, inner)
  }
  for (const name of messageFiles) {
    collect(name, JSON.parse(readFileSync(new URL(`${locale}/${name}.json`, folder), 'utf8')))
  }
  return messages
}

/** How a number is written, and whether a word is chosen by a text or holds it, is each language's own business. */
function kindOf({ type }: MessageFormatElement): string {
  if (type === TYPE.number || type === TYPE.plural) return 'number'
  return type === TYPE.argument || type === TYPE.select ? 'text' : (TYPE[type] ?? '')
}

function walk(elements: readonly MessageFormatElement[], visit: (element: MessageFormatElement) => void) {
  for (const element of elements) {
    visit(element)
    if ('options' in element) {
      for (const { value } of Object.values(element.options)) walk(value, visit)
    }
    if (element.type === TYPE.tag) walk(element.children, visit)
  }
}

/** What has to be handed to a message, as `name: kind`. */
function argumentsOf(message: string): string[] {
  const found = new Set<string>()
  walk(parse(message), (element) => {
    if (element.type !== TYPE.literal && element.type !== TYPE.pound) {
      found.add(`${element.value}: ${kindOf(element)}`)
    }
  })
  return [...found].sort()
}

/** The forms that whole numbers take in a language. */
function formsOf(locale: string, type: Intl.PluralRuleType): Set<string> {
  const rules = new Intl.PluralRules(locale, { type })
  return new Set(Array.from({ length: 1_000 }, (_, number) => rules.select(number)))
}

/** What is missing from or too much in the plurals of a message. */
function pluralFaults(locale: string, message: string): string[] {
  const faults: string[] = []
  walk(parse(message), (element) => {
    if (element.type !== TYPE.plural) return
    const forms = formsOf(locale, element.pluralType ?? 'cardinal')
    const given = Object.keys(element.options)
    for (const form of forms) if (!given.includes(form)) faults.push(`lacks ${form}`)
    for (const form of given) if (!form.startsWith('=') && !forms.has(form)) faults.push(`needs no ${form}`)
  })
  return faults
}

test('there is a folder of messages for each language and no other', () => {
  expect(readdirSync(folder).sort()).toEqual([...locales].sort())
})

describe.each(locales)('%s', (locale) => {
  const messages = read(locale)
  const model = read(first)

  test('has the files that are read, and no other', () => {
    expect(readdirSync(new URL(`${locale}/`, folder)).sort()).toEqual(
      messageFiles.map((name) => `${name}.json`).sort(),
    )
  })

  test('has every message and none too many', () => {
    expect([...messages.keys()].filter((key) => !model.has(key))).toEqual([])
    expect([...model.keys()].filter((key) => !messages.has(key))).toEqual([])
  })

  test('takes the same arguments in every message', () => {
    const faults = [...messages].filter(
      ([key, message]) => `${argumentsOf(message)}` !== `${argumentsOf(model.get(key) ?? '')}`,
    )
    expect(faults).toEqual([])
  })

  test.runIf(directionOf(locale) === 'rtl')(
    'keeps names and addresses from turning the words beside them',
    () => {
      const bare = [...messages].filter(([, message]) =>
        /(?<!\u2068)\{(?:name|address|judge|version)\}(?!\u2069)/.test(message),
      )
      expect(bare).toEqual([])
    },
  )

  test.runIf(locale === 'fr')('says tu, and keeps high punctuation on the line of its word', () => {
    const faults = [...messages].filter(([, message]) => / [!?:;»]|« |\b(?:vous|votre|vos)\b/i.test(message))
    expect(faults).toEqual([])
  })

  test('does not count shares of nothing: where there is nothing it says so in words', () => {
    const nothing = { readers: 0, right: 0, count: 0, answer: 'AI', points: 7 }
    for (const [file, message] of [
      ['room', 'reveal.people'],
      ['replay', 'fooled'],
      ['admin', 'contributors.corrected'],
    ] as const) {
      const text = messages.get(`${file}.${message}`) ?? ''
      const t = createTranslator({ locale: `${locale}-u-nu-latn`, messages: { text }, timeZone: 'UTC' })
      expect(t('text', nothing)).not.toMatch(/[0٠]/)
    }
  })

  test('has all the plural forms it needs', () => {
    const faults = [...messages].map(([key, message]) => [key, pluralFaults(locale, message)] as const)
    expect(faults.filter(([, found]) => found.length > 0)).toEqual([])
  })
})
