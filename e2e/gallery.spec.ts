import { test } from '@playwright/test'
import { hang, hangPages } from './gallery/hang'
import { pageStates } from './gallery/pages'
import { phases, statesOf } from './gallery/states'

for (const phase of phases) {
  test(`gallery: a sixth of the screens of ${phase} are whole and readable`, async ({ browser, baseURL }) => {
    const some = statesOf(phase).filter((_, place) => place % 6 === 0)
    await hang(browser, baseURL ?? '', `some-${phase}`, some)
  })
}

test('gallery: a sixth of the pages outside of rooms are whole and readable', async ({
  browser,
  baseURL,
}) => {
  const some = pageStates().filter((_, place) => place % 6 === 0)
  await hangPages(browser, baseURL ?? '', 'some-pages', some)
})
