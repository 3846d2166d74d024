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

/** Pages are loaded one by one, which costs several screens of a room. */
const shareOfPages = 6

for (const kind of ['phone', 'desk'] as const) {
  test(`gallery: a sixth of the pages outside of rooms on ${kind}s are whole and readable`, async ({
    browser,
    baseURL,
  }) => {
    const ofKind = pageStates().filter(
      ({ screen }, place) => place % shareOfPages === 0 && screens[screen].kind === kind,
    )
    await hangPages(browser, baseURL ?? '', `some-pages-${kind}`, ofKind, 'wrong')
  })
}
