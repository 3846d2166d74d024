import { expect, test } from './fixtures'

test('too old a browser: the page says so in one line, and no other browser shows it', async ({ host }) => {
  await host.home.open()
  const line = host.page.getByText('This browser is too old for Digit Dash.')
  await expect(line).toBeHidden()
  const condition = await host.page.evaluate(() => {
    const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules])
    const rule = rules.find(
      (each): each is CSSSupportsRule => each instanceof CSSSupportsRule && each.cssText.includes('.too-old'),
    )
    // As a browser applies it for which the condition holds.
    const style = document.createElement('style')
    style.textContent = [...(rule?.cssRules ?? [])].map(({ cssText }) => cssText).join('')
    document.head.append(style)
    return rule?.conditionText
  })
  expect(condition).toContain('color-mix')
  await expect(line).toBeVisible()
})

test('plain http: the link to a room is copied although there is no clipboard', async ({ host }) => {
  await host.home.makeRoom(host.name)
  const code = await host.room.readCode()
  expect(await host.page.evaluate(() => 'clipboard' in navigator)).toBe(false)
  // What the browser puts into the clipboard is what is selected when it is told to.
  const copied = host.page.evaluate(
    () =>
      new Promise<string>((resolve) =>
        document.addEventListener('copy', ({ target }) => resolve((target as HTMLTextAreaElement).value), {
          once: true,
        }),
      ),
  )
  await host.page.getByRole('button', { name: 'Copy link' }).click()
  await expect(host.page.getByText('Link copied').first()).toBeVisible()
  expect(await copied).toBe(`${new URL(host.page.url()).origin}/room/${code}`)
})

test('no WebAssembly: practice says so in one sentence, and the pad draws', async ({ guest }) => {
  await guest.page.addInitScript(() => Reflect.deleteProperty(globalThis, 'WebAssembly'))
  await guest.page.goto('/practice')
  await expect(guest.page.getByRole('alert').filter({ hasText: /./ })).toHaveText(
    'This browser cannot run the AI. Please try a newer one, or a different one.',
  )
  await guest.practice.write(3)
  expect(await guest.practice.countStrokes()).toBe(1)
})

test('no storage: a race is played, and the sound stays off as long as the page', async ({ host }) => {
  await host.page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage']) {
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('The request was denied.', 'SecurityError')
        },
      })
    }
  })
  await host.home.makeRoomAtHome(host.name)
  await host.page.getByRole('button', { name: 'Turn sound off' }).click()
  await expect(host.page.getByRole('button', { name: 'Turn sound on' })).toBeVisible()
  await host.room.chooseRounds(1)
  await host.room.start()
  await host.room.drawPrompt()
  await expect(host.page.getByRole('button', { name: 'Play again' })).toBeVisible()
})
