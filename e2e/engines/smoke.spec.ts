import { mkdir, writeFile } from 'node:fs/promises'
import { test as base, expect } from '@playwright/test'
import { openDatabase } from '#server/store/connect'
import { silentLog } from '#server/testing/database'
import { handwrite } from '../handwriting'
import { dataFolder } from '../server'
import { engines } from './find-engines'
import type { Visitor } from './visitor'

/** Visitors with a browser of the engine that the project is named after. */
const test = base.extend<{ visit: () => Promise<Visitor> }>({
  async visit({ baseURL }, use, info) {
    const visitors: Visitor[] = []
    const engine = engines.find(({ name }) => name === info.project.name)
    if (!engine) throw new Error(`There is no engine ${info.project.name}`)
    await use(async () => {
      const visitor = await engine.visit()
      visitors.push(visitor)
      return { ...visitor, open: (path) => visitor.open(new URL(path, baseURL).href) }
    })
    const complaints: string[] = []
    for (const visitor of visitors) complaints.push(...(await visitor.leave()))
    expect(complaints, `what ${engine.name} complained of`).toEqual([])
  },
})

const button = (name: string) => `//button[starts-with(normalize-space(.), "${name}")]`
const link = (name: string) => `//a[contains(normalize-space(.), "${name}")]`
const heading = (name: string) => `//*[self::h1 or self::h2][contains(normalize-space(.), "${name}")]`
const slider = (name: string) => `//*[@role="slider"][@aria-label="${name}"]`
const practicePad = '//*[@role="img"][@aria-label="Canvas for drawing"]'
const pad = '//*[@role="img"][@aria-label="Your canvas"][@data-drawable="true"]'
const isLocked = '//*[text()="Got it!"]'
const ownResult = '//li[contains(., "you")]//*[starts-with(normalize-space(.), "in ")]'

/** Points may fall into one frame, and two that are less than a step apart count once. */
const wholeShare = 0.8

const appears = (visitor: Visitor, xpath: string) => expect.poll(() => visitor.text(xpath)).not.toBeNull()

/** Moves a slider to one of its ends, once the server has said so too. */
async function slide(visitor: Visitor, name: string, key: 'Home' | 'End'): Promise<void> {
  const edge = await visitor.attribute(slider(name), key === 'Home' ? 'aria-valuemin' : 'aria-valuemax')
  await visitor.press(slider(name), key)
  await expect.poll(() => visitor.attribute(slider(name), 'aria-valuenow')).toBe(edge)
}

async function keep(visitor: Visitor, screen: string): Promise<void> {
  const { project } = test.info()
  await mkdir('test-results/engines', { recursive: true })
  await writeFile(`test-results/engines/${screen}.${project.name}.png`, await visitor.look())
  const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'
  expect(await visitor.ask(overflow), `${screen} is wider than the screen`).toBe(0)
}

test('practice: it recognises what is drawn, over plain http', async ({ visit }) => {
  const visitor = await visit()
  await visitor.open('/practice')
  expect(await visitor.ask('isSecureContext')).toBe(false)
  await appears(visitor, '//*[contains(text(), "nothing yet")]')
  for (const digit of [3, 5, 8]) {
    await visitor.write(practicePad, handwrite(digit, digit))
    await expect
      .poll(() => visitor.text('//*[text()="The AI sees"]/following-sibling::p'))
      .toBe(String(digit))
    await keep(visitor, `practice-${digit}`)
    await visitor.click(button('Clear'))
  }
})

test('race: two players go from the home page to the podium with whole strokes, and the replay gives the same points', async ({
  visit,
}) => {
  const [host, guest] = [await visit(), await visit()]
  const drawn: Record<string, number> = {}
  const enter = async (visitor: Visitor, name: string) => {
    await visitor.open('/')
    await expect.poll(() => visitor.attribute('//input[@name="name"]', 'value')).toBeTruthy()
    await visitor.fill('//input[@name="name"]', name)
  }

  await enter(host, 'Ada')
  await keep(host, 'home')
  await host.click(button('Play with friends'))
  await appears(host, '//*[@data-testid="room-code"]')
  const spelled = await host.attribute('//*[@data-testid="room-code"]', 'aria-label')
  const code = spelled?.replaceAll(' ', '') ?? ''
  await enter(guest, 'Ben')
  await guest.fill('//input[@name="code"]', code)
  await guest.click(button('Join'))
  await appears(host, '//li[contains(., "Ben")]')
  await keep(guest, 'lobby')
  // In a window of this size the settings are behind a button.
  await host.click(button('Game: Race'))
  await slide(host, 'Rounds', 'Home')
  await slide(host, 'Seconds per round', 'End')
  await host.press(slider('Rounds'), 'Escape')
  await host.click(button('Start'))

  const drawPrompt = async (visitor: Visitor, name: string, seed: number) => {
    await appears(visitor, pad)
    const digit = Number(await visitor.text('//*[@data-testid="prompt"]'))
    const strokes = handwrite(digit, seed)
    drawn[name] = strokes.flat().length
    await visitor.write(pad, strokes)
    await keep(visitor, `drawing-${name}`)
    await appears(visitor, `${isLocked} | ${ownResult}`)
  }
  await Promise.all([drawPrompt(host, 'Ada', 1), drawPrompt(guest, 'Ben', 2)])
  await appears(host, ownResult)
  await keep(host, 'reveal')
  const place = ['You win!', '2nd place'].map(heading).join(' | ')
  await appears(host, place)
  await appears(guest, place)
  await keep(host, 'podium')
  await expect.poll(async () => Object.keys(await countPoints(code))).toHaveLength(2)
  for (const [name, points] of Object.entries(await countPoints(code)))
    expect(points, `of the ${drawn[name]} points that ${name} drew`).toBeGreaterThan(
      wholeShare * (drawn[name] ?? 0),
    )

  await host.click(link('Watch the replay'))
  await appears(host, heading('The game, stroke by stroke'))
  await host.click(button('Check this game'))
  await appears(host, '//*[contains(text(), "All scores match.")]')
  await keep(host, 'replay')
})

/** How many points of each player's drawing the database has. */
async function countPoints(roomCode: string): Promise<Record<string, number>> {
  const database = await openDatabase({ dataFolder }, silentLog)
  try {
    const drawings = await database.prisma.drawing.findMany({
      where: { round: { game: { roomCode } } },
      include: { drawers: true },
    })
    return Object.fromEntries(drawings.map(({ drawers, pointCount }) => [drawers[0]?.name ?? '', pointCount]))
  } finally {
    await database.close()
  }
}
