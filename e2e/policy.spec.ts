import { readdirSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { networkName } from './address'
import { expect, test } from './fixtures'

const nobody = '00000000-0000-4000-8000-000000000000'
const examples: Readonly<Record<string, string>> = { code: 'ABCDE', playerId: nobody, gameId: nobody }

/** Every page that the app has, with an example for each of its parameters. */
const appPages = readdirSync('app', { recursive: true, encoding: 'utf8' })
  .filter((file) => path.basename(file) === 'page.tsx')
  .map((file) => path.join('/', path.dirname(file)).replaceAll(path.sep, '/'))
  .map((page) =>
    page.replaceAll(/\[(\w+)\]/g, (_, name: string) => examples[name] ?? `no example of ${name}`),
  )
  .toSorted()
const signIn = '/admin/sign-in'
const isForAdmin = (page: string) => page.startsWith('/admin') && page !== signIn
const adminPages = appPages.filter(isForAdmin)
const publicPages = [...appPages.filter((page) => !isForAdmin(page)), '/room/new', '/nowhere']

/** Opens a page and waits until its scripts have run. An actor's page complains of whatever its policy forbids. */
async function visit(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await expect(page.getByRole('main')).toBeVisible()
  await page.waitForLoadState('load')
}

test('content policy: no page does what its own policy forbids', async ({ host }) => {
  for (const path of publicPages) await visit(host.page, path)
  await host.admin.signIn()
  await expect(host.page.getByRole('button', { name: 'Sign out' })).toBeVisible()
  for (const path of adminPages) await visit(host.page, path)
})

test('content policy: each inline script of a page bears the nonce of that answer', async ({ baseURL }) => {
  const address = baseURL?.replace(networkName, '127.0.0.1')
  for (const path of [...publicPages, '/%ff']) {
    const answer = await fetch(`${address}${path}`)
    const html = await answer.text()
    const [, nonce] = /'nonce-([^']+)'/.exec(answer.headers.get('content-security-policy') ?? '') ?? []
    const inline = [...html.matchAll(/<script\b(?![^>]*\bsrc=)[^>]*>/g)].map(([tag]) => tag)
    const without = inline.filter((tag) => !tag.includes(`nonce="${nonce}"`))
    expect(without, `inline scripts of ${path} without the nonce`).toEqual([])
  }
})

test('content policy: a script that somebody slipped into a page does not run', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ ...(baseURL && { baseURL }) })
  const page = await context.newPage()
  const forbidden: string[] = []
  await page.exposeFunction('noteOffence', (directive: string) => forbidden.push(directive))
  await visit(page, '/')
  await page.evaluate(() => {
    const { noteOffence } = window as typeof window & { noteOffence(directive: string): void }
    document.addEventListener('securitypolicyviolation', (event) => noteOffence(event.effectiveDirective))
    const script = document.createElement('script')
    script.textContent = 'document.title = "taken"'
    const picture = document.createElement('img')
    picture.setAttribute('onerror', 'document.title = "taken"')
    picture.src = '/nowhere.png'
    document.body.append(script, picture)
  })
  await expect.poll(() => forbidden.toSorted()).toEqual(['script-src-attr', 'script-src-elem'])
  expect(await page.title()).not.toBe('taken')
  await context.close()
})
