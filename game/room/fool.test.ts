import { expect, test } from 'vitest'
import { roomView } from '#game/protocol/server-messages'
import { rescore } from '#game/records/rescore'
import { settings } from '#game/settings'
import { ada, answer, ben, cyd, dot, draw, lift, point, Story } from '#game/testing/stories'
import { viewRoom } from './view'

const three = [ada, ben, cyd]

function drawing(players = three, change: ConstructorParameters<typeof Story>[0] = {}): Story {
  const story = new Story({ mode: 'fool', rounds: 2, roundSeconds: 10, ...change })
  for (const player of players) story.joins(player)
  story.starts(ada)
  return story.reaches('drawing')
}

/** Everybody draws something that the judge takes for another digit. */
function drawAll(story: Story, players = three): Story {
  for (const player of players) {
    story.draws(player, [draw(), lift])
    story.guessed(player, (story.promptOf(player) + 1) % 10, 990)
  }
  return story
}

const ready = (story: Story, playerId: string) =>
  story.does({ type: 'round:ready', playerId, round: story.room.game?.round ?? 0 })

/** What a voter is asked, with the right answer to each. */
function ballotOf(story: Story, player: string) {
  const { ballots, papers, canvases } = story.phase('voting')
  const ballot = ballots.find(({ voter }) => canvases[voter]?.pen === player)
  return (ballot?.entries ?? []).map(({ paper }) => {
    const asked = papers[paper]
    if (!asked) throw new Error('a paper that is not there')
    const isKnown = 'digit' in asked
    return { isKnown, digit: isKnown ? asked.digit : (canvases[asked.canvas]?.drawings[0]?.prompt ?? -1) }
  })
}

function voteAll(story: Story, players = three, say = (digit: number, _isKnown: boolean) => digit): void {
  for (const player of players)
    for (const [entry, { digit, isKnown }] of ballotOf(story, player).entries())
      story.votes(player, entry, say(digit, isKnown))
}

function pointsIn(story: Story) {
  return story.phase('reveal').drawings.map(({ points }) => points)
}

test('[R29] fool: nobody’s digit is in what the room shows; each player alone is told theirs', () => {
  const story = drawing()
  const promptsOf = (reader?: string) => {
    const view = viewRoom(story.room, 0, story.now, reader)
    expect(roomView.parse(view)).toEqual(view)
    return view.phase.name === 'drawing' ? view.phase.canvases.map(({ prompt }) => prompt) : []
  }
  expect(promptsOf()).toEqual([null, null, null])
  for (const [at, reader] of three.entries())
    expect(promptsOf(reader)).toEqual(three.map((_, index) => (index === at ? story.promptOf(reader) : null)))
})

test('[R29] fool: nothing locks, however sure the judge is, and nothing is a wrong lock', () => {
  const story = drawing()
  story.locks(ada, 700)
  story.draws(ben, [draw(), lift])
  story.guessed(ben, (story.promptOf(ben) + 1) % 10, 1000)
  story.reaches('voting')
  expect([...story.saw('drawing:locked'), ...story.saw('drawing:wrong-locked')]).toEqual([])
})

test('[R29] fool: drawing ends when all who are present say that they have drawn enough', () => {
  const story = drawAll(drawing())
  ready(story, ada)
  ready(story, ben)
  expect(story.room.phase.name).toBe('drawing')
  story.does({ type: 'player:disconnect', playerId: cyd })
  expect(story.room.phase.name).toBe('judging')
})

test('[R29] fool: who comes while people draw is not waited for', () => {
  const story = drawAll(drawing())
  story.joins(dot)
  for (const player of three) ready(story, player)
  expect(story.room.phase.name).toBe('judging')
})

test('[R29] fool: it takes two to begin', () => {
  const story = new Story({ mode: 'fool' })
  story.joins(ada)
  expect(story.starts(ada)).toBe('too-few-players')
  story.joins(ben)
  expect(story.starts(ada)).toBeUndefined()
})

test('[R30] vote: it ends with the last vote of those who are present, and everybody sees what was drawn', () => {
  const story = drawAll(drawing()).reaches('voting')
  voteAll(story, [ada, ben])
  expect(story.room.phase.name).toBe('voting')
  const view = viewRoom(story.room, 0, story.now)
  expect(roomView.parse(view)).toEqual(view)
  expect(JSON.stringify(view.phase)).not.toMatch(/"label"|"digit"|"canvas"/)
  voteAll(story, [cyd])
  expect(story.room.phase.name).toBe('reveal')
  expect(pointsIn(story)).toEqual([1000, 1000, 1000])
  const shown = roomView.parse(viewRoom(story.room, 0, story.now)).phase
  const fooling = story.phase('reveal').drawings.map(({ prompt }) => ({
    ...{ readers: 2, right: 2, answer: (prompt + 1) % 10, isFooled: true },
  }))
  expect('drawings' in shown && shown.drawings.map((drawing) => drawing.fooling)).toEqual(fooling)
})

test.each([
  ['usual', 1],
  ['extended', settings.extendedTimes],
] as const)(
  '[R30] [R15] vote: with the timer %s it ends at its deadline, whoever has not voted',
  (timer, times) => {
    const story = drawAll(drawing(three, { timer })).reaches('voting')
    const { openedAt, endsAt } = story.phase('voting')
    expect(endsAt - openedAt).toBe((settings.votingMs + 3 * settings.msPerVote) * times)
    story.waits(endsAt - story.now)
    expect(story.room.phase.name).toBe('reveal')
  },
)

test('[R30] [R15] vote: without a timer the host ends it, and nobody else', () => {
  const story = drawAll(drawing(three, { timer: 'none' }))
  for (const player of three) ready(story, player)
  story.reaches('voting')
  expect(story.does({ type: 'round:end', playerId: ben })).toBe('not-host')
  expect(story.does({ type: 'round:end', playerId: ada })).toBeUndefined()
  expect(story.room.phase.name).toBe('reveal')
})

test('[R30] [R15] vote: with a timer nobody ends it', () => {
  const story = drawAll(drawing()).reaches('voting')
  expect(story.does({ type: 'round:end', playerId: ada })).toBe('not-now')
  expect(story.room.phase.name).toBe('voting')
})

test('[R30] vote: nobody is asked about dots, and the longest ballot decides how much time there is', () => {
  const story = drawAll(drawing(), [ada, ben])
  story.draws(cyd, [draw(point(500, 500)), lift])
  const { papers, canvases, openedAt, endsAt } = story.reaches('voting').phase('voting')
  const asked = papers.flatMap((paper) => ('canvas' in paper ? canvases[paper.canvas]?.pen : []))
  expect(asked.toSorted()).toEqual([ada, ben])
  expect([ada, ben, cyd].map((player) => ballotOf(story, player).length)).toEqual([2, 2, 3])
  expect(endsAt - openedAt).toBe(settings.votingMs + 3 * settings.msPerVote)
})

test('[R30] vote: who only watches by then has none, and those who are there have theirs before those who are away', () => {
  const story = drawAll(drawing([ada, ben, cyd, dot]), [ada, ben, cyd, dot])
  story.joins(dot, true)
  story.does({ type: 'player:disconnect', playerId: ada })
  const { ballots, canvases } = story.reaches('voting').phase('voting')
  expect(ballots.map(({ voter }) => canvases[voter]?.pen)).toEqual([ben, cyd, ada])
})

test('[R30] vote: each round has known drawings of its own', () => {
  const story = drawAll(drawing()).reaches('voting')
  const known = () => story.phase('voting').papers.filter((paper) => 'digit' in paper)
  const first = known()
  expect(first).toHaveLength(settings.goldDrawings)
  drawAll(story.reaches('reveal').reaches('drawing')).reaches('voting')
  expect(known()).not.toEqual(first)
})

test('[R30] vote: who leaves or is away is not waited for, and comes back to a ballot as it was', () => {
  const story = drawAll(drawing([ada, ben, cyd, dot]), [ada, ben, cyd, dot]).reaches('voting')
  voteAll(story, [ada])
  story.leaves(dot)
  story.does({ type: 'player:disconnect', playerId: cyd })
  story.votes(ben, 0, 3)
  story.joins(cyd)
  expect(viewRoom(story.room, 0, story.now, cyd).phase).toMatchObject({ ballot: expect.any(Array) })
  voteAll(story, [ben])
  expect(story.room.phase.name).toBe('voting')
  voteAll(story, [cyd])
  expect(story.phase('reveal').drawings).toHaveLength(4)
})

test('[R3] [R30] vote: the seat of who is away is held through it, however long it takes, and for the full time after', () => {
  const story = drawAll(drawing(three, { timer: 'none', rounds: 1 })).reaches('voting')
  story.does({ type: 'player:disconnect', playerId: cyd })
  story.waits(settings.seatHoldMs + 1)
  expect(story.room.phase.name).toBe('voting')
  expect(story.room.players.map(({ id }) => id)).toContain(cyd)
  voteAll(story, [ada, ben])
  story.waits(settings.seatHoldMs - 1)
  expect(story.room.players.map(({ id }) => id)).toContain(cyd)
  story.waits(1)
  expect(story.room.players.map(({ id }) => id)).not.toContain(cyd)
})

test('[R30] vote: it ends without those who are away', () => {
  const story = drawAll(drawing()).reaches('voting')
  story.does({ type: 'player:disconnect', playerId: cyd })
  voteAll(story, [ada, ben])
  expect(story.room.phase.name).toBe('reveal')
})

test('[R30] vote: with nobody there it goes on until its deadline', () => {
  const story = drawAll(drawing()).reaches('voting')
  const { endsAt } = story.phase('voting')
  for (const playerId of three) story.does({ type: 'player:disconnect', playerId })
  expect(story.phase('voting').endsAt).toBe(endsAt)
  story.waits(endsAt - story.now - 1)
  expect(story.room.phase.name).toBe('voting')
})

test('[R30] vote: who comes during the round or only watches has no vote; nobody has one on another’s ballot', () => {
  const story = drawing()
  story.joins(dot)
  drawAll(story).reaches('voting')
  expect(story.votes(dot, 0, 1)).toBe('not-playing')
  expect(story.votes(ada, 9, 1)).toBe('bad-message')
  const round = { type: 'vote:cast', playerId: ada, round: 1, entry: 0, label: 1 } as const
  expect(story.does(round)).toBe('wrong-round')
  expect(story.does({ ...round, playerId: '00000000-0000-4000-8000-0000000000ee' })).toBe('not-seated')
})

test('[R30] vote: the same vote again changes nothing, another one stands in its place', () => {
  const story = drawAll(drawing()).reaches('voting')
  story.votes(ada, 0, 1)
  const before = story.room
  story.votes(ada, 0, 1)
  expect(story.room).toBe(before)
  story.votes(ada, 0, 2)
  const { ballots, canvases } = story.phase('voting')
  expect(ballots.find(({ voter }) => canvases[voter]?.pen === ada)?.entries[0]?.label).toBe(2)
  expect(story.saw('vote:counted')).toHaveLength(2)
})

test('[R30] vote: where nobody drew there is none', () => {
  const story = drawing()
  story.reaches('reveal')
  expect(pointsIn(story)).toEqual([0, 0, 0])
})

test('[S17] votes: who misreads the drawing whose digit is known has no say', () => {
  const story = drawAll(drawing()).reaches('voting')
  // Ben lies about the others, and is found out; Cyd alone decides about Ada's.
  voteAll(story, [ada, cyd])
  voteAll(story, [ben], (digit) => (digit + 5) % 10)
  expect(pointsIn(story)).toEqual([1000, 1000, 1000])
  const [first] = story.phase('reveal').drawings
  expect(first?.votes?.map(({ isTrusted }) => isTrusted).sort()).toEqual([false, true])
})

test('[S17] votes: what nobody has answered when time is up is no vote', () => {
  const story = drawAll(drawing()).reaches('voting')
  voteAll(story, [ada])
  story.reaches('reveal')
  expect(story.phase('reveal').drawings.map(({ votes }) => votes?.length)).toEqual([0, 1, 1])
})

test('[S17] scribble: what people do not read earns nothing, whatever the judge makes of it', () => {
  const story = drawAll(drawing()).reaches('voting')
  voteAll(story, three, (digit, isKnown) => (isKnown ? digit : 10))
  expect(pointsIn(story)).toEqual([0, 0, 0])
})

test('[S17] [S10] points: ink, votes and the judge’s answers alone give them again', () => {
  const story = drawAll(drawing()).reaches('voting')
  voteAll(story, [ada, ben])
  voteAll(story, [cyd], (digit, isKnown) => (isKnown ? digit : (digit + 1) % 10))
  const [{ record } = { record: null }] = story.saw('round:finished')
  for (const each of record?.drawings ?? []) {
    const { points, speed, cleanness, lock, wrongLocks } = each
    const again = { points, speed, cleanness, lock, wrongLocks }
    expect(rescore(each, each.guesses, record?.game.edition)).toEqual(again)
    // A judge that reads it after all gives nothing.
    const guesses = [{ opCount: 2, thousandths: answer(each.prompt, 990) }]
    expect(rescore(each, guesses).points).toBe(0)
  }
  expect(new Set(record?.drawings.map(({ points }) => points))).toEqual(new Set([0, 1000]))
})

test('[R18] [R30] vote: a server that is killed in it goes on with every vote that was counted', () => {
  const story = drawAll(drawing()).reaches('voting')
  voteAll(story, [ada])
  const { endsAt } = story.phase('voting')
  const at = story.now
  story.restarts(60_000)
  expect(story.votes(ben, 0, 3)).toBe('paused')
  for (const player of three) story.joins(player)
  expect(story.phase('voting').endsAt - story.now).toBe(endsAt - at)
  voteAll(story, [ben, cyd])
  expect(pointsIn(story)).toEqual([1000, 1000, 1000])
})

test('[R4] [R30] vote: the host may leave it, and the next one is host', () => {
  const story = drawAll(drawing()).reaches('voting')
  voteAll(story, [ben, cyd])
  story.leaves(ada)
  expect(story.room.hostId).toBe(ben)
  expect(story.room.phase.name).toBe('reveal')
  story.reaches('finished')
  expect(story.room.game?.rounds).toHaveLength(2)
})

test('[S12] fool: it counts for nothing, and nobody’s result is held', () => {
  const story = drawAll(drawing()).reaches('finished')
  const [{ record } = { record: null }] = story.saw('game:finished')
  expect(record?.standings.every(({ heldFor }) => heldFor === undefined)).toBe(true)
})
