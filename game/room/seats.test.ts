import { expect, test } from 'vitest'
import { hueCount } from '#game/protocol/constants'
import { settings } from '#game/settings'
import { ada, ben, cyd, dot, Story } from '#game/testing/stories'
import { presentPlayers } from './room'
import { viewRoom } from './view'

const away = (story: Story, playerId: string) => story.does({ type: 'player:disconnect', playerId })
const roomful = () =>
  Array.from({ length: settings.maxPlayers }, (_, place) => ada.replace(/.{3}$/, (place + 256).toString(16)))
const namesIn = (story: Story) => story.room.players.map(({ label }) => label)

test('[R4] the first to sit down is the host', () => {
  const story = new Story()
  story.joins(ada)
  story.joins(ben)
  expect(story.room.hostId).toBe(ada)
})

test('[R2] players of one name who ask for the same colour are told apart', () => {
  const story = new Story()
  for (const playerId of [ada, ben, cyd]) {
    story.does({
      type: 'player:join',
      playerId,
      name: 'Kim',
      colour: 3,
      isSpectator: false,
    })
  }
  expect(namesIn(story)).toEqual(['Kim', 'Kim 2', 'Kim 3'])
  expect(story.room.players.map(({ name }) => name)).toEqual(['Kim', 'Kim', 'Kim'])
  expect(new Set(story.room.players.map(({ colour }) => colour)).size).toBe(3)
})

test('[R2] who comes back under another name has it at their seat, and keeps their number under the same one', () => {
  const story = new Story()
  const comes = (playerId: string, name: string) =>
    story.does({ type: 'player:join', playerId, name, colour: 3, isSpectator: false })
  comes(ada, 'Kim')
  comes(ben, 'Kim')
  away(story, ada)
  comes(ada, 'Brisk Otter')
  expect(namesIn(story)).toEqual(['Brisk Otter', 'Kim 2'])
  expect(story.room.players.map(({ name }) => name)).toEqual(['Brisk Otter', 'Kim'])
  comes(ben, 'Kim')
  comes(ada, 'Kim')
  expect(namesIn(story)).toEqual(['Kim', 'Kim 2'])
})

test('[R2] seats: the first twelve have a hue each, and a class of forty a hue and a shape together', () => {
  const story = new Story()
  const wanted = 9
  for (const playerId of roomful())
    story.does({ type: 'player:join', playerId, name: 'Kim', colour: wanted, isSpectator: false })
  const colours = story.room.players.map(({ colour }) => colour)
  expect(new Set(colours.slice(0, hueCount).map((colour) => colour % hueCount)).size).toBe(hueCount)
  expect([...colours].sort((one, other) => one - other)).toEqual([...Array(settings.maxPlayers).keys()])
})

test('[R2] a full room has no seat for a newcomer, but keeps everybody’s own', () => {
  const story = new Story()
  const ids = roomful()
  for (const id of ids) story.joins(id)
  expect(story.joins('00000000-0000-4000-8000-0000000000f0')).toBe('room-full')
  away(story, ids[3] as string)
  expect(story.joins(ids[3] as string)).toBeUndefined()
  expect(story.joins('00000000-0000-4000-8000-0000000000f0', true)).toBeUndefined()
})

test('[R2] where all who may watch do, the next is told so, and not that the seats are taken', () => {
  const story = new Story()
  const idOf = (watcher: number) => ada.replace(/.{4}$/, (watcher + 4096).toString(16))
  for (let watcher = 0; watcher < settings.maxSpectators; watcher++)
    expect(story.joins(idOf(watcher), true)).toBeUndefined()
  expect(story.joins(ada, true)).toBe('no-room-to-watch')
  expect(story.joins(ada)).toBeUndefined()
})

test('[R2] who has watched gets a player’s seat where one is free, in a colour of their own', () => {
  const story = new Story()
  const ids = roomful()
  for (const id of ids.slice(1)) story.joins(id)
  story.joins(dot, true)
  expect(story.joins(dot)).toBeUndefined()
  expect(new Set(story.room.players.map(({ colour }) => colour)).size).toBe(settings.maxPlayers)
  expect(story.joins(dot, true)).toBeUndefined()
  story.joins(ids[0] as string)
  expect(story.joins(dot)).toBe('room-full')
  expect(presentPlayers(story.room)).toHaveLength(settings.maxPlayers)
})

test('[R2] a locked room lets in who opened it and nobody else', () => {
  const story = new Story({ isLocked: true })
  expect(story.joins(ada)).toBeUndefined()
  expect(story.joins(ben)).toBe('room-locked')
  expect(story.joins(ada)).toBeUndefined()
})

test('[R3] an empty seat in the lobby is cleared in time, and not before', () => {
  const story = new Story()
  story.joins(ada)
  story.joins(ben)
  away(story, ben)
  expect(namesIn(story.waits(settings.seatHoldMs - 1))).toEqual(['Ada', 'Ben'])
  expect(namesIn(story.waits(1))).toEqual(['Ada'])
  expect(story.saw('player:removed')).toMatchObject([{ playerId: ben, reason: 'away' }])
})

test('[R3] a seat lost in a round is held through it and for the full time after', () => {
  const story = new Story({ roundSeconds: 60 })
  story.joins(ada)
  story.joins(ben)
  story.starts(ada)
  story.reaches('drawing')
  away(story, ben)
  story.reaches('reveal')
  const roundEnd = story.now
  story.waits(settings.seatHoldMs - 1)
  expect(namesIn(story)).toContain('Ben')
  expect(story.now - roundEnd).toBeLessThan(settings.seatHoldMs)
})

test('[R4] a host who only reloads stays the host; one who stays away is followed by who sat longest', () => {
  const story = new Story()
  for (const id of [ada, ben, cyd]) story.joins(id)
  away(story, ada)
  story.waits(settings.hostHoldMs - 1)
  story.joins(ada)
  expect(story.room.hostId).toBe(ada)
  away(story, ada)
  away(story, ben)
  story.waits(settings.hostHoldMs)
  expect(story.room.hostId).toBe(cyd)
})

test('[R4] a room where all are away gets its host when the first comes back', () => {
  const story = new Story()
  story.joins(ada)
  story.joins(ben)
  away(story, ada)
  away(story, ben)
  story.waits(settings.hostHoldMs)
  story.joins(ben)
  story.waits(1)
  expect(story.room.hostId).toBe(ben)
})

test('[R5] only the host sends away, and who was sent away stays away', () => {
  const story = new Story()
  for (const id of [ada, ben]) story.joins(id)
  expect(story.does({ type: 'player:kick', playerId: ben, target: ada })).toBe('not-host')
  expect(story.does({ type: 'player:kick', playerId: ada, target: dot })).toBe('no-such-player')
  expect(story.does({ type: 'player:kick', playerId: ada, target: ben })).toBeUndefined()
  expect(story.saw('player:removed')).toMatchObject([{ playerId: ben, reason: 'kicked' }])
  expect(story.joins(ben)).toBe('banned')
})

test('[R11] strangers in a public room vote a player away, by a majority of at least two', () => {
  const story = new Story({ isPublic: true })
  for (const id of [ada, ben, cyd, dot]) story.joins(id)
  const against = (playerId: string) => story.does({ type: 'player:vote', playerId, target: dot })
  against(ada)
  expect(against(ada)).toBeUndefined()
  expect(namesIn(story)).toContain('Dot')
  against(ben)
  expect(namesIn(story)).not.toContain('Dot')
  expect(story.saw('player:removed')).toMatchObject([{ playerId: dot, reason: 'outvoted' }])
  expect(story.joins(dot)).toBe('banned')
})

test('[R5] [R11] the host of a public room sends nobody away alone, also once it is private again', () => {
  const story = new Story()
  for (const id of [ada, ben, cyd]) story.joins(id)
  const makesPublic = (isPublic: boolean) =>
    story.does({ type: 'settings:change', playerId: ada, settings: { ...story.room.settings, isPublic } })
  const kicks = () => story.does({ type: 'player:kick', playerId: ada, target: ben })
  const votes = (playerId: string) => story.does({ type: 'player:vote', playerId, target: ben })
  makesPublic(true)
  expect(kicks()).toBe('not-private')
  votes(ada)
  makesPublic(false)
  expect(kicks()).toBe('not-private')
  expect(namesIn(story)).toContain('Ben')
  votes(cyd)
  expect(namesIn(story)).not.toContain('Ben')
})

test('[R11] a vote counts while its voter is present and plays, and goes with their seat', () => {
  const story = new Story({ isPublic: true })
  for (const id of [ada, ben, cyd, dot]) story.joins(id)
  const votes = (playerId: string) => story.does({ type: 'player:vote', playerId, target: dot })
  const votesShown = () => viewRoom(story.room, 0, story.now).seats.map(({ votesAgainst }) => votesAgainst)
  votes(ada)
  expect(votesShown()).toEqual([0, 0, 0, 1])
  story.does({ type: 'player:disconnect', playerId: ada })
  expect(votesShown()).toEqual([0, 0, 0, 0])
  votes(ben)
  expect(namesIn(story)).toContain('Dot')
  story.leaves(ada)
  story.joins(ada)
  story.joins(ben, true)
  expect(votesShown()).toEqual([0, 0, 0, 0])
  votes(cyd)
  expect(namesIn(story)).toContain('Dot')
})

test('[R11] votes from one address are one voice: nobody brings a majority along', () => {
  const story = new Story({ isPublic: true })
  const bots = [1, 2, 3, 4, 5, 6].map((index) => `00000000-0000-4000-8000-0000000001f${index}`)
  for (const bot of bots) story.joins(bot, false, 'elsewhere')
  for (const id of [ada, ben, cyd]) story.joins(id, false, id)
  const against = (target: string, voters: readonly string[]) => {
    for (const playerId of voters) story.does({ type: 'player:vote', playerId, target })
  }
  against(ada, bots)
  expect(namesIn(story)).toContain('Ada')
  const [bot = ''] = bots
  against(bot, [ada, ben, cyd])
  expect(story.saw('player:removed')).toMatchObject([{ playerId: bot, reason: 'outvoted' }])
})

test('[R11] where all share one address, as in a school, each has a voice; beside others most of them have to agree', () => {
  const school = new Story({ isPublic: true })
  for (const id of [ada, ben, cyd]) school.joins(id, false, 'school')
  const against = (story: Story, target: string, voters: readonly string[]) => {
    for (const playerId of voters) story.does({ type: 'player:vote', playerId, target })
    return story.saw('player:removed').length
  }
  expect(against(school, cyd, [ada, ben])).toBe(1)
  const mixed = new Story({ isPublic: true })
  for (const id of [ada, ben, cyd]) mixed.joins(id, false, 'school')
  mixed.joins(dot, false, 'home')
  expect(against(mixed, cyd, [dot, ada])).toBe(0)
  expect(against(mixed, cyd, [ben])).toBe(1)
})

test('[R11] a school of three or more sends away the only stranger, when more than half of it would', () => {
  const outcome = (pupils: readonly string[], voters: readonly string[]) => {
    const story = new Story({ isPublic: true })
    for (const id of pupils) story.joins(id, false, 'school')
    story.joins(dot, false, 'home')
    for (const playerId of voters) story.does({ type: 'player:vote', playerId, target: dot })
    return story.saw('player:removed').length
  }
  expect(outcome([ada, ben], [ada, ben])).toBe(0)
  expect(outcome([ada, ben, cyd], [ada])).toBe(0)
  expect(outcome([ada, ben, cyd], [ada, ben])).toBe(1)
  const pupils = Array.from({ length: 11 }, (_, index) => `00000000-0000-4000-8000-0000000002${index + 10}`)
  expect(outcome(pupils, pupils.slice(0, 5))).toBe(0)
  expect(outcome(pupils, pupils.slice(0, 6))).toBe(1)
})

test('[R11] nobody alone, and nobody in a private room, votes anyone away', () => {
  const pair = new Story({ isPublic: true })
  for (const id of [ada, ben]) pair.joins(id)
  pair.does({ type: 'player:vote', playerId: ada, target: ben })
  expect(namesIn(pair)).toContain('Ben')
  const shown = pair.saw('view:changed').length
  pair.does({ type: 'player:vote', playerId: ada, target: ben })
  expect(pair.saw('view:changed')).toHaveLength(shown)
  const friends = new Story()
  for (const id of [ada, ben, cyd]) friends.joins(id)
  expect(friends.does({ type: 'player:vote', playerId: ada, target: ben })).toBe('not-public')
})

test('[R10] a public room begins by itself once two are there, and calls it off when one leaves', () => {
  const story = new Story({ isPublic: true })
  story.joins(ada)
  story.does({ type: 'ghosts:none' })
  expect(story.room.startsAt).toBeNull()
  story.joins(ben)
  expect(story.room.startsAt).toBe(story.now + settings.publicStartMs)
  story.does({ type: 'player:leave', playerId: ben })
  story.does({ type: 'ghosts:none' })
  expect(story.room.startsAt).toBeNull()
  story.joins(cyd)
  expect(story.waits(settings.publicStartMs).saw('game:due')).toHaveLength(1)
})

test('[R10] after the podium a public room plays on', () => {
  const story = new Story({ isPublic: true, rounds: 1 })
  for (const id of [ada, ben]) story.joins(id)
  story.starts(ada)
  expect(story.room.startsAt).toBeNull()
  story.reaches('finished')
  expect(story.room.startsAt).toBe(story.now + settings.publicRematchMs)
})

test('[R12] a seated player says something nice; nobody else says anything', () => {
  const story = new Story()
  story.joins(ada)
  expect(story.does({ type: 'emote:send', playerId: ada, emote: 'clap' })).toBeUndefined()
  expect(story.does({ type: 'emote:send', playerId: ben, emote: 'clap' })).toBe('not-seated')
  expect(story.saw('emote:sent')).toMatchObject([{ playerId: ada, emote: 'clap' }])
})

test('[R7] spectators have a seat and no canvas', () => {
  const story = new Story()
  story.joins(ada)
  story.joins(ben, true)
  expect(presentPlayers(story.room).map(({ id }) => id)).toEqual([ada])
})

test('[R3] a room whose last seat ran out unnoticed stays open for who comes at that moment', () => {
  const story = new Story()
  story.joins(ada)
  away(story, ada)
  story.now += settings.seatHoldMs
  expect(story.joins(ben)).toBeUndefined()
  expect(namesIn(story)).toEqual(['Ben'])
  expect(story.saw('room:emptied')).toEqual([])
})

test('[R3] the last to leave closes the room', () => {
  const story = new Story()
  story.joins(ada)
  story.does({ type: 'player:leave', playerId: ada })
  expect(story.saw('room:emptied')).toHaveLength(1)
})

test('[R2] who sits down has a seat with nothing on it, and everybody sees that', () => {
  const story = new Story()
  story.joins(ada)
  const sat = { id: ada, name: 'Ada', label: 'Ada', colour: 0, isSpectator: false }
  expect(story.room.players).toEqual([{ ...sat, lostAt: null, votesAgainst: [] }])
  expect(story.events).toEqual([{ type: 'view:changed' }])
})

test('[R2] who comes back keeps their colour; who only watches takes none from the players', () => {
  const story = new Story()
  const colourOf = (id: string) => story.room.players.find((player) => player.id === id)?.colour
  const joins = (playerId: string, colour: number, isSpectator = false) =>
    story.does({ type: 'player:join', playerId, name: playerId, colour, isSpectator })
  joins(ada, 0)
  joins(ben, 0, true)
  joins(cyd, 1)
  expect([ada, ben, cyd].map(colourOf)).toEqual([0, 1, 1])
  joins(ada, 5)
  expect(colourOf(ada)).toBe(0)
  joins(ben, 0)
  expect(colourOf(ben)).toBe(2)
  joins(ben, 0, true)
  expect(colourOf(ben)).toBe(2)
})

test('[R2] after the last hue comes the first, and the same again in another shape once all are taken', () => {
  const story = new Story()
  for (let seat = 0; seat < hueCount + 1; seat++) {
    const playerId = `00000000-0000-4000-8000-0000000003${seat + 10}`
    story.does({ type: 'player:join', playerId, name: 'Kim', colour: hueCount - 1, isSpectator: false })
  }
  const colours = story.room.players.map(({ colour }) => colour)
  expect(colours.slice(0, 3)).toEqual([hueCount - 1, 0, 1])
  expect(new Set(colours.slice(0, hueCount)).size).toBe(hueCount)
  expect(colours.at(-1)).toBe(2 * hueCount - 1)
})

test('[R3] a connection that is lost twice, or by a stranger, changes nothing the second time', () => {
  const story = new Story()
  story.joins(ada)
  away(story, ada)
  story.waits(500)
  const before = story.room
  away(story, ada)
  away(story, ben)
  expect(story.room).toBe(before)
})

test('[R1] who has no seat leaves none, and a refused command tells nobody anything', () => {
  const story = new Story()
  story.joins(ada)
  const told = story.events.length
  expect(story.leaves(ben)).toBe('not-seated')
  expect(story.events).toHaveLength(told)
  story.joins(ben)
  story.leaves(ben)
  expect(story.saw('player:removed')).toEqual([{ type: 'player:removed', playerId: ben, reason: 'left' }])
})

test('[R11] only who has a seat votes, on another who has one', () => {
  const story = new Story({ isPublic: true })
  for (const id of [ada, ben, cyd]) story.joins(id)
  const votes = (playerId: string, target: string) => story.does({ type: 'player:vote', playerId, target })
  expect(votes(dot, ada)).toBe('not-seated')
  expect(votes(ada, ada)).toBe('no-such-player')
  expect(votes(ada, dot)).toBe('no-such-player')
  expect(story.room.players.flatMap(({ votesAgainst }) => votesAgainst)).toEqual([])
})

test('[R11] half of the others is no majority: two of four votes keep a player, the third sends them away', () => {
  const eve = '00000000-0000-4000-8000-00000000000e'
  const story = new Story({ isPublic: true })
  for (const id of [ada, ben, cyd, dot, eve]) story.joins(id, false, id)
  const votes = (playerId: string) => story.does({ type: 'player:vote', playerId, target: eve })
  votes(ada)
  votes(ben)
  expect(namesIn(story)).toHaveLength(5)
  votes(cyd)
  expect(story.saw('player:removed')).toMatchObject([{ playerId: eve, reason: 'outvoted' }])
})

test('[R11] half of those who share an address is not most of them', () => {
  const story = new Story({ isPublic: true })
  for (const id of [ada, ben]) story.joins(id, false, 'home')
  for (const id of [cyd, dot]) story.joins(id, false, id)
  const votes = (playerId: string) => story.does({ type: 'player:vote', playerId, target: dot })
  votes(ada)
  votes(cyd)
  expect(namesIn(story)).toHaveLength(4)
  votes(ben)
  expect(story.saw('player:removed')).toMatchObject([{ playerId: dot }])
})

test('[R11] a vote stays when somebody else leaves', () => {
  const story = new Story({ isPublic: true })
  for (const id of [ada, ben, cyd, dot]) story.joins(id, false, id)
  const votes = (playerId: string) => story.does({ type: 'player:vote', playerId, target: dot })
  votes(ada)
  story.leaves(ben)
  expect(namesIn(story)).toContain('Dot')
  votes(cyd)
  expect(story.saw('player:removed')).toMatchObject([{ playerId: ben }, { playerId: dot }])
})

test('[R5] [R11] of all who were sent away, by whomever and however long ago, nobody comes back', () => {
  const friends = new Story()
  for (const id of [ada, ben, cyd, dot]) friends.joins(id)
  for (const target of [ben, cyd]) friends.does({ type: 'player:kick', playerId: ada, target })
  expect([ben, cyd].map((id) => friends.joins(id))).toEqual(['banned', 'banned'])
  const strangers = new Story({ isPublic: true })
  for (const id of [ada, ben, cyd, dot]) strangers.joins(id)
  for (const target of [dot, cyd])
    for (const playerId of [ada, ben]) strangers.does({ type: 'player:vote', playerId, target })
  expect(strangers.joins(dot)).toBe('banned')
})

test('[R4] a room whose host has gone while all were away has its host as soon as one is back', () => {
  const story = new Story()
  story.joins(ada)
  story.joins(ben)
  away(story, ada)
  story.waits(5_000)
  away(story, ben)
  story.waits(settings.seatHoldMs - 5_000)
  expect(namesIn(story)).toEqual(['Ben'])
  expect(story.room.hostId).toBeNull()
  story.joins(ben)
  expect(story.room.hostId).toBe(ben)
})
