import { pino } from 'pino'
import { expect, test } from 'vitest'
import { defaultRoomSettings } from '#game/protocol/scalars'
import type { Command } from '#game/room/command'
import { ghostsOf } from '#game/testing/ghosts'
import { ada, ben, Story } from '#game/testing/stories'
import { createMemoryQuickPlay } from '#server/testing/fakes/memory-quick-play'
import { createManualClock } from '#server/testing/manual-clock'
import { createScriptedClassifier } from '#server/testing/scripted-classifier'
import type { FoundGhosts } from './ports'
import { startNext } from './start-next'

const found: FoundGhosts = { seed: 7, settings: defaultRoomSettings, race: ghostsOf() }

/** What the room is told after a search. @param meanwhile happens while ghosts are searched */
async function toldAfter(story: Story, result: FoundGhosts | null, isAsked = false, meanwhile = () => {}) {
  const told: Command[] = []
  const findGhosts = async () => {
    meanwhile()
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

test('[R25] next game: what was found is stale once somebody else has come, and so is that nothing was', async () => {
  for (const result of [found, null]) {
    const story = alone()
    expect(await toldAfter(story, result, false, () => void story.joins(ben))).toEqual([])
  }
})
