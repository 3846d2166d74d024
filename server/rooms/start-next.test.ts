import { pino } from 'pino'
import { expect, test } from 'vitest'
import { defaultRoomSettings } from '#game/protocol/scalars'
import type { Command } from '#game/room/command'
import { settings } from '#game/settings'
import { ghostsOf } from '#game/testing/ghosts'
import { ada, ben, Story } from '#game/testing/stories'
import { createMemoryQuickPlay } from '#server/testing/fakes/memory-quick-play'
import { createManualClock } from '#server/testing/manual-clock'
import { createScriptedClassifier } from '#server/testing/scripted-classifier'
import type { FoundGhosts, GhostSearch } from './ports'
import { newGame, startNext } from './start-next'

const found: FoundGhosts = { seed: 7, settings: defaultRoomSettings, race: ghostsOf() }

/** What the room is told after a search. @param meanwhile happens while ghosts are searched */
async function toldAfter(
  story: Story,
  result: FoundGhosts | null,
  isAsked = false,
  meanwhile = (_search: GhostSearch) => {},
) {
  const told: Command[] = []
  const findGhosts = async (search: GhostSearch) => {
    meanwhile(search)
    return result
  }
  const parts = {
    ...{ classifier: createScriptedClassifier(() => 7), clock: createManualClock() },
    ...{ quickPlay: { ...createMemoryQuickPlay(), findGhosts }, log: pino({ level: 'silent' }) },
  }
  const target = {
    get room() {
      return story.room
    },
    submit: (command: Command) => void told.push(command),
  }
  await startNext(parts, target, ada, isAsked)
  return told.map(({ type, ...about }) => [type, 'ghosts' in about && about.ghosts !== undefined])
}

function alone(): Story {
  const story = new Story({ isPublic: true })
  story.joins(ada)
  return story
}

test('[R25] next game: it is against ghosts where there are any; where there are none, only who has asked for a game gets one', async () => {
  expect(await toldAfter(alone(), found)).toEqual([['game:start', true]])
  expect(await toldAfter(alone(), null)).toEqual([['ghosts:none', false]])
  expect(await toldAfter(alone(), null, true)).toEqual([['game:start', false]])
})

test('[R25] next game: ghosts are looked for by what the room has set, the judge of the day and the hour', async () => {
  const story = alone()
  const searches: GhostSearch[] = []
  await toldAfter(story, found, false, (search) => searches.push(search))
  const { settings } = story.room
  const { judge } = createScriptedClassifier(() => 7)
  const at = new Date(createManualClock().now())
  expect(searches).toEqual([{ kind: 'others', playerId: ada, settings, judge, at }])
})

test.each<[string, (story: Story) => unknown]>([
  [
    'somebody who is not the host',
    (story) => {
      story.joins(ben)
      story.does({ type: 'player:disconnect', playerId: ada })
      story.waits(settings.hostHoldMs)
    },
  ],
  ['a round that is on', (story) => story.starts(ada) ?? story.reaches('drawing')],
])('[R25] next game: %s is refused without a search for ghosts', async (_, change) => {
  const story = alone()
  change(story)
  const searches: unknown[] = []
  const told = await toldAfter(story, found, true, (search) => searches.push(search))
  expect([told, searches]).toEqual([[['game:start', false]], []])
})

test('[R25] next game: what was found is stale once somebody else has come, and so is that nothing was', async () => {
  for (const result of [found, null]) {
    const story = alone()
    expect(await toldAfter(story, result, false, () => void story.joins(ben))).toEqual([])
  }
})

test('[R36] start: the seed of each game is another one, of more than 32 bits and no more than a number holds', () => {
  const seeds = Array.from({ length: 200 }, () => newGame(createScriptedClassifier(() => 7)).seed)
  expect(new Set(seeds).size).toBe(seeds.length)
  expect(seeds.every((seed) => seed >= 2 ** 32 && Number.isSafeInteger(seed))).toBe(true)
  // Of 200 at least one has its highest bit.
  expect(Math.max(...seeds)).toBeGreaterThan(2 ** 52)
})
