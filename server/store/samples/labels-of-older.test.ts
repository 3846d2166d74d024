import { readFile } from 'node:fs/promises'
import { beforeEach, expect, test } from 'vitest'
import { query } from '#server/testing/database'
import { giveConsent } from '#server/testing/lenders'
import { drawingBy, gameHeader, guessFor, playerNamed, roundOf } from '#server/testing/records'
import { saveShortGame } from '#server/testing/save-short-game'
import { testStore } from '#server/testing/store'

const store = testStore()
const ada = playerNamed('Ada')
const [one, other, third] = ['One', 'Other', 'Third'].map((name) => playerNamed(name).id) as [
  string,
  string,
  string,
]

/** Reviews as 0.7.0 stored them, in order: reviewer and verdict; and the label that its rule made of them. */
const histories: readonly (readonly [
  reviews: readonly (readonly [string, number])[],
  label: number | null,
])[] = [
  [[], null],
  [[['admin', 7]], 7],
  [
    [
      ['admin', 7],
      ['admin', 10],
    ],
    10,
  ],
  [[[one, 7]], null],
  [
    [
      [one, 7],
      [other, 7],
    ],
    7,
  ],
  [
    [
      [one, 7],
      [one, 7],
    ],
    null,
  ],
  [
    [
      [one, 7],
      [other, 7],
      [one, 1],
    ],
    null,
  ],
  [
    [
      [one, 7],
      [other, 7],
      [third, 1],
    ],
    7,
  ],
  [
    [
      [one, 7],
      [other, 7],
      ['admin', 1],
    ],
    1,
  ],
  [
    [
      ['admin', 1],
      [one, 7],
      [other, 7],
    ],
    1,
  ],
]

beforeEach(() => giveConsent(store.prisma, ada))

test('[C11] samples of 0.7.0: the migration gives them the label that their reviews agree on, and the reason they have', async () => {
  const drawings = histories.map((_, canvas) =>
    drawingBy([ada], { canvas, lock: null, guesses: [guessFor(7, 600, 2)] }),
  )
  await saveShortGame(store.prisma, roundOf(gameHeader(), 0, drawings))
  const samples = await store.prisma.sample.findMany({
    select: { id: true, reason: true },
    orderBy: { id: 'asc' },
  })
  await store.prisma.sample.updateMany({ data: { reasons: [] } })
  await store.prisma.review.createMany({
    data: histories.flatMap(([reviews], index) =>
      reviews.map(([reviewer, verdict], minute) => ({
        ...{ sampleId: samples[index]?.id ?? '', reviewer, verdict },
        createdAt: new Date(minute * 60_000),
      })),
    ),
  })
  const script = await readFile('prisma/migrations/0021_labels_and_reasons/migration.sql', 'utf8')
  for (const statement of script.match(/^(UPDATE|WITH) [^;]*;/gm) ?? []) await query(store.url, statement)

  for (const [index, { id, reason }] of samples.entries()) {
    expect(
      await store.prisma.sample.findUnique({ where: { id }, select: { label: true, reasons: true } }),
    ).toEqual({ label: histories[index]?.[1], reasons: [reason] })
  }
})
