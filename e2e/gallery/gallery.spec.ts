import { test } from '@playwright/test'
import { hang, hangPages } from './hang'
import { pageStates } from './pages'
import { phases, statesOf } from './states'

for (const phase of phases) {
  test(`gallery: every screen of ${phase} is whole and readable`, async ({ browser, baseURL }) => {
    await hang(browser, baseURL ?? '', phase, statesOf(phase))
  })
}

test('gallery: every page outside of rooms is whole and readable', async ({ browser, baseURL }) => {
  await hangPages(browser, baseURL ?? '', 'pages', pageStates())
})
