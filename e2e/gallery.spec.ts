import { test } from '@playwright/test'
import { hang, hangPages } from './gallery/hang'
import { pageStates } from './gallery/pages'
import { kinds, phases, screens, statesOf } from './gallery/states'

/** Every third; in each phase others, so that each phase and each screen has some. */
const share = 3
const some = phases.flatMap((phase, turn) =>
  statesOf(phase).filter((_, place) => place % share === turn % share),
)

for (const kind of kinds) {
  test(`gallery: a third of the screens of rooms on ${kind}s are whole and readable`, async ({
    browser,
    baseURL,
  }) => {
    const ofKind = some.filter(({ screen }) => screens[screen].kind === kind)
    await hang(browser, baseURL ?? '', `some-${kind}`, ofKind, 'wrong')
  })
}

test('gallery: a third of the pages outside of rooms are whole and readable', async ({
  browser,
  baseURL,
}) => {
  const ofPages = pageStates().filter((_, place) => place % share === 0)
  await hangPages(browser, baseURL ?? '', 'some-pages', ofPages, 'wrong')
})
