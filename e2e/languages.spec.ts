import { locales, nativeNames } from '../app/_web/kit/i18n/locales'
import type { Actor } from './actor'
import { expect, test } from './fixtures'
import { dash, handwrite } from './handwriting'
import { examine, look } from './look'
import { messagesOf } from './messages'
import { touchPen } from './pen'

const others = locales.filter((locale) => locale !== 'en')

async function speak({ context, page }: Actor, locale: string, baseURL = '') {
  await context.addCookies([{ name: 'locale', value: locale, url: baseURL }])
  await page.goto('/')
}

test('language: a player changes it, and the page follows at once and stays so', async ({ guest }) => {
  const { page, home } = guest
  await home.open()
  await page.getByRole('button', { name: 'Language' }).click()
  await page.getByRole('menuitemradio', { name: nativeNames.ar }).click()
  await expect(page.locator('html[lang=ar][dir=rtl]')).toBeVisible()
  await page.reload()
  await expect(page.getByRole('button', { name: messagesOf('ar', 'home').newRoom })).toBeVisible()
  await page.getByRole('button', { name: messagesOf('ar', 'common').language }).click()
  await look(guest, 'language-menu.ar')
  await page.getByRole('menuitemradio', { name: nativeNames.en }).click()
  await expect(page.locator('html[lang=en][dir=ltr]')).toBeVisible()
})

const pages = [
  '/',
  '/practice',
  '/leaderboard',
  '/daily',
  '/tv',
  '/admin',
  '/offline',
  '/nowhere',
  '/room/new',
]

for (const locale of others) {
  test(`languages: the pages fit a small phone in ${locale}`, async ({ invite, baseURL }) => {
    const visitor = await invite('Ada', 'small-phone')
    test.slow(locale === 'ar', 'it is examined too')
    await speak(visitor, locale, baseURL)
    for (const path of pages) {
      await visitor.page.goto(path)
      await expect(visitor.page.locator(`html[lang=${locale}] main :is(h1, h2)`).first()).toBeVisible()
      await look(visitor, `${path.slice(1).replace('/', '-') || 'home'}.${locale}`)
      if (locale === 'ar') await examine(visitor, path)
    }
  })
}

test('languages: every screen of a room fits a small phone in each, from the lobby to the replay', async ({
  host,
  invite,
  baseURL,
}) => {
  await host.home.makeRoom(host.name)
  const code = await host.room.readCode()
  const guests = await Promise.all(
    others.map(async (locale) => {
      const actor = await invite(nativeNames[locale], 'small-phone')
      await speak(actor, locale, baseURL)
      const messages = messagesOf(locale, 'room')
      await actor.page.goto(`/room/${code}`)
      await actor.page.getByRole('button', { name: messages.nameForm.enter }).click()
      await expect(actor.page.getByRole('button', { name: `${messages.lobby.settings}: ` })).toBeVisible()
      const pen = touchPen(await actor.context.newCDPSession(actor.page))
      return {
        actor,
        messages,
        pen,
        locale,
        pad: actor.page.getByRole('img', { name: messages.drawing.pad }),
      }
    }),
  )
  const lookAll = (screen: string) =>
    Promise.all(guests.map(({ actor, locale }) => look(actor, `${screen}.${locale}`)))
  await host.room.chooseRounds(1)
  await host.room.chooseSeconds(20)
  await lookAll('lobby')
  await host.room.start()
  await Promise.all(
    guests.map(({ actor, messages }) =>
      expect(actor.page.getByRole('heading', { name: messages.countdown.title })).toBeVisible(),
    ),
  )
  await lookAll('countdown')
  const prompt = await host.room.readPrompt()
  await Promise.all(
    guests.map(async ({ pen, pad }) => {
      await expect(pad).toHaveAttribute('data-drawable', 'true')
      await pen.write(pad, [dash])
    }),
  )
  await lookAll('drawing')
  await Promise.all(
    guests.map(async ({ actor, messages, pen, pad }, seed) => {
      await actor.page.getByRole('button', { name: messages.drawing.clear }).click()
      await pen.write(pad, handwrite(prompt, seed + 1))
      await expect(actor.page.getByText(messages.drawing.locked, { exact: true })).toBeVisible()
    }),
  )
  await lookAll('locked')
  await host.room.drawPrompt()
  await Promise.all(
    guests.map(({ actor, messages }) =>
      expect(actor.page.getByRole('list', { name: messages.reveal.drawn })).toBeVisible(),
    ),
  )
  await lookAll('reveal')
  await Promise.all(
    guests.map(({ actor, messages }) =>
      expect(actor.page.getByRole('link', { name: messages.finished.replay })).toBeVisible(),
    ),
  )
  await lookAll('podium')
  await Promise.all(
    guests.map(async ({ actor, messages, locale }) => {
      await actor.page.getByRole('link', { name: messages.finished.replay }).click()
      await expect(
        actor.page.getByRole('button', { name: messagesOf(locale, 'replay').rescore.start }),
      ).toBeVisible()
    }),
  )
  await lookAll('replay')
})
