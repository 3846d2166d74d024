import { test } from '@playwright/test'
import { hang } from './hang'
import { phases, statesOf } from './states'

for (const phase of phases) {
  test(`gallery: every screen of ${phase} is whole and readable`, async ({ browser, baseURL }) => {
    await hang(browser, baseURL ?? '', phase, statesOf(phase))
  })
}
