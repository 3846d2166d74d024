import { test } from '@playwright/test'
import { hang } from './gallery/hang'
import { phases, statesOf } from './gallery/states'

for (const phase of phases) {
  test(`gallery: a third of the screens of ${phase} are whole and readable`, async ({ browser, baseURL }) => {
    const third = statesOf(phase).filter((_, place) => place % 3 === 0)
    await hang(browser, baseURL ?? '', `third-${phase}`, third)
  })
}
