import { existsSync } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { defaultRoomSettings } from '#game/protocol/scalars'
import { listVersions } from '#models/versions'
import { sessionSecret } from '#server/host/secrets'
import { openDatabase } from '#server/store/connect'
import { silentLog } from '#server/testing/database'
import { networkName } from '../address'
import { playAlone } from '../bots/player'
import { person } from '../bots/scripts'
import { expect, test } from '../fixtures'
import { inspectInBoth } from '../look'
import { adminPassword } from '../pages/admin-page'
import { folderOf, type GameServer, startFreshServer } from '../server'
import { filesOf, readers, type Told } from './read-exports'
import { runCommand } from './run-command'

const dataDir = process.env.DATA_DIR ?? '.cache/data'
const folder = folderOf('flywheel')
const champion = path.resolve('models/champion.json')
const bots = 20
const rounds = 10
const toReview = 60
/** Games at a time. */
const atOnce = 4

test.skip(
  !existsSync(path.join(dataDir, 'mnist')),
  'needs the public sets: npm run data, or DATA_DIR=FOLDER npm run flywheel',
)

let server: GameServer
let championBefore: string
let trained: string
test.beforeAll(async () => {
  championBefore = await readFile(champion, 'utf8')
  const [newest = ''] = await listVersions(path.resolve('models'))
  trained = newest.replace(/\d+$/, (number) => String(Number(number) + 1))
  server = await startFreshServer('flywheel', { ADMIN_PASSWORD: adminPassword })
})
/** The checkout is left as it was. */
test.afterAll(async () => {
  await server.stop()
  await writeFile(champion, championBefore)
  await rm(path.resolve('models', trained), { recursive: true, force: true })
})

const told: string[] = []
function tell(line: string): void {
  told.push(line)
  console.log(`  ${line}`)
}

test('flywheel: what players draw is reviewed, frozen, exported, trained on, gated, promoted while a game runs, and rolled back', async ({
  invite,
}) => {
  const url = server.url.replace(networkName, '127.0.0.1')
  const secret = await sessionSecret({ dataFolder: folder })
  const race = { settings: { ...defaultRoomSettings, rounds, roundSeconds: 10 } }
  /** Half of them write another digit first, which is what makes a drawing a sample. */
  const play = (hand: number) =>
    playAlone(
      url,
      secret,
      hand,
      race,
      person(hand, (prompt) => (hand % 2 ? prompt : (prompt + 4) % 10)),
      {
        hasConsented: true,
      },
    )

  await test.step(`${bots * rounds} drawings by play`, async () => {
    const waiting = Array.from({ length: bots }, (_, index) => index + 1)
    const startedAt = performance.now()
    const locks: number[] = []
    await Promise.all(
      Array.from({ length: atOnce }, async () => {
        for (let hand = waiting.shift(); hand !== undefined; hand = waiting.shift()) {
          const { podium } = await play(hand)
          locks.push(podium.phase.standings[0]?.locks ?? 0)
        }
      }),
    )
    const seconds = (performance.now() - startedAt) / 1000
    const drawings = await inDatabase(({ prisma }) => prisma.drawing.count())
    expect(drawings).toBe(bots * rounds)
    tell(
      `${drawings} drawings by ${bots} players (scripts that write as hands do) in ${seconds.toFixed(0)} s, ${locks.reduce((sum, each) => sum + each)} recognised`,
    )
  })

  const admin = await invite('Admin', 'desktop', server.url)
  const { page } = admin
  await test.step(`${toReview} reviewed by keyboard`, async () => {
    await admin.admin.signIn()
    await admin.admin.openReview('Ada')
    const picture = page.getByRole('img', { name: /^Drawing to review, asked for \d$/ })
    await picture.waitFor()
    await inspectInBoth(admin, 'review-desk')
    const left = page.getByText(/^\d+ left$/)
    const leftNow = async () => Number.parseInt((await left.textContent()) ?? '', 10)
    const before = await leftNow()
    expect(before).toBeGreaterThanOrEqual(toReview)
    const startedAt = performance.now()
    for (let done = 0; done < toReview; done++) {
      const digit = /\d$/.exec((await picture.getAttribute('aria-label')) ?? '')?.[0] ?? ''
      // The third is wrong at first, and taken back by its key.
      if (done === 2) {
        await page.keyboard.press('x')
        await expect(left).toHaveText(`${before - done - 1} left`)
        await page.keyboard.press('z')
        await expect(left).toHaveText(`${before - done} left`)
      }
      await page.keyboard.press(digit)
      if (done < before - 1) await expect(left).toHaveText(`${before - done - 1} left`)
    }
    const seconds = (performance.now() - startedAt) / 1000
    await expect
      .poll(() => inDatabase(({ prisma }) => prisma.sample.count({ where: { label: { not: null } } })))
      .toBe(toReview)
    tell(
      `${toReview} of ${before} samples reviewed by keyboard in ${seconds.toFixed(0)} s, one taken back on the way`,
    )
  })

  await test.step('the desk on an upright tablet: the drawing and all twelve buttons without scrolling', async () => {
    const tablet = await invite('Tablet', 'tablet', server.url)
    await tablet.admin.signIn()
    await tablet.page.getByRole('link', { name: 'Review', exact: true }).click()
    await tablet.page.getByRole('button', { name: 'Ada' }).click()
    await tablet.page.getByRole('img', { name: /^Drawing to review/ }).waitFor()
    await inspectInBoth(tablet, 'review-desk')
    const names = [...Array.from({ length: 10 }, (_, digit) => String(digit)), /^It is a \d$/, 'Not a digit']
    for (const shown of [
      tablet.page.getByRole('img', { name: /^Drawing to review/ }),
      ...names.map((name) => tablet.page.getByRole('button', { name, exact: true })),
    ]) {
      const box = await shown.first().boundingBox()
      expect((box?.y ?? 9_999) + (box?.height ?? 0)).toBeLessThanOrEqual(1_180)
    }
  })

  await test.step('the page of samples: a whole one is less than 300 KB', async () => {
    const answer = await page.goto(`${server.url}/admin/samples`)
    const kilobytes = ((await answer?.body())?.length ?? 0) / 1_000
    expect(kilobytes).toBeGreaterThan(0)
    expect(kilobytes).toBeLessThan(300)
    tell(
      `a page of ${await page.getByRole('main').getByRole('listitem').count()} samples has ${kilobytes.toFixed(0)} KB`,
    )
  })

  await test.step('a version is frozen', async () => {
    await page.getByRole('link', { name: 'Datasets' }).click()
    const name = page.getByLabel('Name')
    await name.fill('Fly wheel')
    await page.getByRole('button', { name: 'Freeze' }).click()
    await expect(name).toHaveAttribute('aria-invalid', 'true')
    await expect(name).toHaveValue('Fly wheel')
    await name.fill('flywheel')
    await page.getByRole('button', { name: 'Freeze' }).click()
    await expect(name).toHaveValue('')
    await expect(page.getByText(/^flywheel, version 1, is frozen with \d+ samples\.$/)).toBeVisible()
    await inspectInBoth(admin, 'datasets')
  })

  await test.step('every format is read back by other readers, with equal counts and labels', async () => {
    const frozen = await inDatabase(({ prisma }) => prisma.dataset.findFirstOrThrow())
    const expected: Told = { count: frozen.count, labels: frozen.labels }
    for (const [format, read] of Object.entries(readers)) {
      await page.getByLabel('Format').selectOption(format)
      const downloading = page.waitForEvent('download')
      await page.getByRole('button', { name: 'Download' }).click()
      const found = await read(filesOf(await readFile(await (await downloading).path())))
      expect([format, found]).toEqual([format, expected])
      await expect(page.getByText(/^Done: \d/)).toBeVisible()
    }
    tell(
      `flywheel@1: ${expected.count} samples, labels ${expected.labels.join(' ')}; the same read from ${Object.keys(readers).length} formats`,
    )
  })

  const env = { DATA_DIR: dataDir, DATA_FOLDER: folder }
  await test.step('a short training is drawn on the page while it lasts', async () => {
    await page.getByRole('link', { name: 'Models' }).click()
    const startedAt = performance.now()
    const epochs = process.env.FLYWHEEL_EPOCHS ?? '1'
    const training = runCommand(
      [
        'models/train.ts',
        '--from',
        'champion',
        '--dataset',
        'flywheel',
        '--epochs',
        epochs,
        '--out',
        `models/${trained}`,
      ],
      env,
    )
    await expect(page.getByText(/^Step \d/).first()).toBeVisible({ timeout: 600_000 })
    await inspectInBoth(admin, 'training')
    const { code, said } = await training
    expect(code, said).toBe(0)
    await expect(page.getByText('Finished', { exact: true }).first()).toBeVisible()
    tell(`${epochs} epoch from the champion in ${((performance.now() - startedAt) / 1000).toFixed(0)} s`)
  })

  let objections: string[] = []
  await test.step('the gate', async () => {
    const startedAt = performance.now()
    const model = `models/${trained}`
    const { code, said } = await runCommand(
      ['models/evaluate.ts', '--model', model, '--metrics', `${model}/metrics.json`],
      env,
    )
    expect(code, said).toBe(0)
    tell(`measured in ${((performance.now() - startedAt) / 1000).toFixed(0)} s`)
  })

  const version = page.getByRole('region', { name: trained })
  const promoteOnPage = async (name: string, button: string) => {
    const section = page.getByRole('region', { name, exact: true })
    await page.goto(`${server.url}/admin/models`)
    await section.locator('summary', { hasText: button }).click()
    await section.getByLabel('Why').fill('The flywheel has turned')
    await section.getByLabel(`Type ${name} to confirm`).fill(name)
    await section.getByRole('button', { name: button }).click()
    await section
      .getByText('Judges now')
      .or(section.getByText('It was not chosen. What speaks against it:'))
      .waitFor({ timeout: 120_000 })
    return section
  }

  await test.step('promotion while games run: no guess is dropped', async () => {
    const running = Promise.all([101, 103, 105].map(play))
    const section = await promoteOnPage(trained, 'Make it the judge')
    const isRefused = await section.getByText('It was not chosen.').isVisible()
    if (isRefused) {
      objections = await section.getByRole('listitem').allTextContents()
      await inspectInBoth(admin, 'promotion-refused')
      tell(`the gate objects: ${objections.filter((line) => line.length < 300).join(' | ')}`)
      const { code, said } = await runCommand(
        ['models/promote.ts', `models/${trained}`, '--anyway', '--by=Ada', '--why=The flywheel has turned'],
        env,
      )
      expect(code, said).toBe(0)
    } else tell('the gate has nothing against it')
    const played = await running
    const later = await Promise.all([107, 109].map(play))
    const games = [...played, ...later].map(({ podium }) => podium.phase.gameId)
    await expect
      .poll(() =>
        inDatabase(({ prisma }) =>
          prisma.game.count({ where: { id: { in: games }, finishedAt: { not: null } } }),
        ),
      )
      .toBe(games.length)
    const found = await inDatabase(({ prisma }) =>
      prisma.drawing.findMany({
        where: { round: { gameId: { in: games } } },
        select: { ink: true, guesses: true, round: { select: { judgeVersion: true, gameId: true } } },
      }),
    )
    const unjudged = found.filter(({ ink, guesses }) => ink !== '' && (guesses as unknown[]).length === 0)
    expect(unjudged).toEqual([])
    const judges = new Map<string, number>()
    for (const { round } of found) judges.set(round.judgeVersion, (judges.get(round.judgeVersion) ?? 0) + 1)
    expect(judges.get(trained)).toBe(2 * rounds)
    expect(
      played.map(({ podium }) => podium.phase.standings[0]?.locks ?? 0).every((locks) => locks > 0),
    ).toBe(true)
    tell(
      `${games.length} games around the promotion: drawings judged by ${[...judges].map(([name, count]) => `${name} ${count}`).join(', ')}; ${unjudged.length} without a guess`,
    )
  })

  await test.step('roll-back: the one before judges again, and the history says so', async () => {
    const before: { version: string } = JSON.parse(championBefore)
    await promoteOnPage(before.version, 'Go back to this version')
    const now: { version: string } = JSON.parse(await readFile(champion, 'utf8'))
    expect(now.version).toBe(before.version)
    await page.goto(`${server.url}/models`)
    await expect(version).toBeVisible()
    await inspectInBoth(admin, 'models')
    tell(`${before.version} judges again`)
  })
})

async function inDatabase<Result>(
  ask: (database: Awaited<ReturnType<typeof openDatabase>>) => Promise<Result>,
): Promise<Result> {
  const database = await openDatabase({ dataFolder: folder }, silentLog)
  try {
    return await ask(database)
  } finally {
    await database.close()
  }
}
