import { expect, test } from 'vitest'
import { consentVersion } from '#game/protocol/consent'
import { saveConsent } from '#server/store/players/save-consent'
import { measureLiveAccuracy } from '#server/store/samples/live-accuracy'
import { recountSamples } from '#server/store/samples/sample-tally'
import { lenders } from '#server/testing/lenders'
import { drawingBy, guessFor } from '#server/testing/records'

const { store, players, play } = lenders('Ada', 'Grace')

/** Missed drawings of both players, read as a 7 each; then which of them chance picked, and what people agreed on. */
async function keep(samples: readonly { label: number | null; isControl: boolean; isHeld?: boolean }[]) {
  await play(
    samples.map((_, canvas) =>
      drawingBy([players[canvas % 2] ?? players[0]], {
        ...{ canvas, prompt: 4, lock: null, guesses: [guessFor(7, 900, 4)] },
      }),
    ),
  )
  const stored = await store.prisma.sample.findMany({ orderBy: { drawing: { canvas: 'asc' } } })
  for (const [index, { id }] of stored.entries()) {
    const { label, isControl, isHeld = false } = samples[index] ?? { label: null, isControl: false }
    const reasons = isControl ? (['never_locked', 'control'] as const) : (['never_locked'] as const)
    await store.prisma.sample.update({ where: { id }, data: { label, isHeld, reasons: [...reasons] } })
  }
  await recountSamples(store.prisma)
}

test('[F24] live accuracy: what chance picked and people reviewed counts, apart from what was hard, "not a digit" like any other', async () => {
  await keep([
    { label: 7, isControl: true },
    { label: 4, isControl: true },
    { label: 10, isControl: true },
    { label: null, isControl: true },
    { label: 7, isControl: true, isHeld: true },
    { label: 4, isControl: false },
    { label: 7, isControl: false },
  ])
  const [measured, ...others] = await measureLiveAccuracy(store.prisma)
  expect(others).toEqual([])
  expect(measured).toMatchObject({ control: { count: 3, right: 1 }, hard: { count: 2, right: 1 } })
  expect(measured?.version).toBe((await store.prisma.round.findFirst())?.judgeVersion)
})

test('[F24] live accuracy: what a contributor takes back counts no more', async () => {
  await keep([
    { label: 7, isControl: true },
    { label: 7, isControl: true },
  ])
  const takenBack = { hasConsented: false, version: consentVersion, at: new Date() }
  await saveConsent(store.prisma, players[0], takenBack)
  expect(await measureLiveAccuracy(store.prisma)).toMatchObject([{ control: { count: 1, right: 1 } }])
})

test('live accuracy: nothing is known of nothing', async () => {
  expect(await measureLiveAccuracy(store.prisma)).toEqual([])
})
