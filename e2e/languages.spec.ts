import { nativeNames } from '../app/_web/kit/i18n/locales'
import { expect, test } from './fixtures'
import { look } from './look'
import { messagesOf } from './messages'

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
