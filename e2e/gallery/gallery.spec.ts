import { test } from '@playwright/test'
import { hang, hangPages } from './hang'
import { pageStates } from './pages'
import { kinds, phases, screens, statesOf } from './states'

// In parts, so that a slow machine can look at one after the other: --grep 'lobby on phone'.
for (const kind of kinds) {
  const isOfKind = ({ screen }: { readonly screen: keyof typeof screens }) => screens[screen].kind === kind
  for (const phase of phases) {
    test(`gallery: every screen of ${phase} on ${kind}s is whole and readable`, async ({
      browser,
      baseURL,
    }) => {
      await hang(browser, baseURL ?? '', `${phase}-${kind}`, statesOf(phase).filter(isOfKind), 'all')
    })
  }
  test(`gallery: every page outside of rooms on ${kind}s is whole and readable`, async ({
    browser,
    baseURL,
  }) => {
    test.skip(kind === 'tv', 'televisions show rooms alone')
    await hangPages(browser, baseURL ?? '', `pages-${kind}`, pageStates().filter(isOfKind), 'all')
  })
}
