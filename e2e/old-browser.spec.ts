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
