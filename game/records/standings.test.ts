import { expect, test } from 'vitest'
import { ada, ben, cyd, dot, Story } from '#game/testing/stories'

function afterFirstRound(mode: 'race' | 'relay', players: string[]) {
  const story = new Story({ mode, rounds: 2, roundSeconds: 30 })
  for (const id of players) story.joins(id)
  story.starts(players[0] as string)
  return story.reaches('reveal')
}

const firstCanvases = ({ room }: Story) =>
  Object.fromEntries((room.game?.standings ?? []).map(({ player, firstCanvas }) => [player.id, firstCanvas]))

test('[S9] the standings know who had a canvas in the first round, and who came later', () => {
  const story = afterFirstRound('race', [ada, ben])
  story.joins(cyd)
  story.reaches('finished')
  expect(firstCanvases(story)).toEqual({ [ada]: 0, [ben]: 1, [cyd]: null })
})

test('[S9] who leaves after the first round keeps what is known of it', () => {
  const story = afterFirstRound('race', [ada, ben])
  story.does({ type: 'player:leave', playerId: ben })
  story.reaches('finished')
  expect(firstCanvases(story)).toEqual({ [ada]: 0, [ben]: 1 })
})

test('[S9] who shares a canvas in relay is known by it', () => {
  const teams = Object.values(
    firstCanvases(afterFirstRound('relay', [ada, ben, cyd, dot, ada.replace(/a$/, '1')])),
  )
  expect(teams.filter((canvas) => canvas === 0)).toHaveLength(3)
  expect(teams.filter((canvas) => canvas === 1)).toHaveLength(2)
})
