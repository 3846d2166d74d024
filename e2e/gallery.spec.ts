import { test } from '@playwright/test'
import { hang } from './gallery/hang'
import { phases, statesOf } from './gallery/states'

for (const phase of phases) {
  test(`gallery: a sixth of the screens of ${phase} are whole and readable`, async ({ browser, baseURL }) => {
    const some = statesOf(phase).filter((_, place) => place % 6 === 0)
    await hang(browser, baseURL ?? '', `some-${phase}`, some)
  })
}
