import { consentVersion, ghostsVersion } from '#game/protocol/consent'
import { defaultRoomSettings, type RoomSettings } from '#game/protocol/scalars'
import { whatCounts } from '#game/records/what-counts'
import { provisionalGames } from '#server/store/ratings/rate-game'

/** What a seed is made of, at its scale. */
export type SeedSize = { readonly players: number; readonly games: number }

/** At scale 1: a million rounds and four million drawings, by fifty thousand players, in two years. */
export const wholeSize: SeedSize = { players: 50_000, games: 250_000 }
const days = 730

/** Of a hundred games so many are of a kind: its rounds, its players as SQL over the number `n` of the game, and drawings a canvas and round. */
type Kind = {
  readonly share: number
  readonly settings: Partial<RoomSettings>
  readonly isDaily?: boolean
  readonly rounds: number
  readonly players: string
  readonly drawings: number
}

const kinds: readonly Kind[] = [
  { share: 68, settings: {}, rounds: 5, players: '2 + n % 3', drawings: 1 },
  { share: 7, settings: { sums: 'easy' }, rounds: 5, players: '2 + n % 3', drawings: 1 },
  { share: 10, settings: { mode: 'rush', roundSeconds: 60 }, rounds: 1, players: '1 + n % 4', drawings: 12 },
  { share: 5, settings: { mode: 'rush', roundSeconds: 30 }, rounds: 1, players: '1 + n % 4', drawings: 7 },
  { share: 4, settings: { mode: 'relay', roundSeconds: 60 }, rounds: 1, players: '4', drawings: 9 },
  {
    ...{ share: 6, isDaily: true, rounds: 1, players: '1', drawings: 14 },
    settings: { mode: 'rush', rounds: 1, roundSeconds: 60, isLocked: true },
  },
]

const text = (value: string | null) => (value === null ? 'null' : `'${value.replaceAll("'", "''")}'`)

/** The kinds as a table, with the numbers of a hundred from which on each begins. */
function kindRows(): string {
  let from = 0
  return kinds
    .map(({ share, settings, isDaily = false, rounds, players, drawings }) => {
      const whole = { ...defaultRoomSettings, ...settings }
      const { board, hasDigitBoards, isRated } = whatCounts({
        settings: whole,
        day: isDaily ? '2026-01-01' : null,
      })
      const row = [from, from + share, text(whole.mode), `${text(JSON.stringify(whole))}::jsonb`, text(board)]
      from += share
      return `(${[...row, hasDigitBoards, isRated, isDaily, rounds, `${text(players)}`, drawings].join(', ')})`
    })
    .join(',\n    ')
}

/** A player of few numbers plays more than one of many: the most eager a few times a day, most of them now and then. */
const eager = 'random() ^ 1.6'

/**
 * The statements that fill an empty database, each with what it makes. They run on one connection: what they share are temporary
 * tables. `seed_ink` is there already.
 * @param judges the judge of the first three quarters of the time, and that of the rest
 * @param names in no order
 */
export function seedSteps(
  { players, games }: SeedSize,
  [former, present]: readonly [string, string],
  names: readonly string[],
): readonly (readonly [what: string, sql: string])[] {
  const seats = kinds.map(({ players: count }, kind) => `when ${kind} then ${count}`).join(' ')
  return [
    [
      'players',
      `
      create temp table seed_player as
      select n, gen_random_uuid() as id, random() as strength, (n % 8)::smallint as colour,
        (array[${names.map(text).join(', ')}])[1 + n % ${names.length}] as name
      from generate_series(0, ${players - 1}) n;
      insert into "Player" (id, name, colour, "createdAt", "seenAt", "isListed", "isBanned", "hasConsented", "consentVersion",
        "consentAnsweredAt", "lendsGhosts", "ghostsVersion", "ghostsAnsweredAt")
      select id, name, colour, now() - interval '${days} days', now() - random() * interval '${days} days', n % 4 = 0, n % 900 = 7,
        case when n % 20 < 12 then true when n % 20 < 15 then false end,
        case when n % 20 < 15 then ${consentVersion} end, case when n % 20 < 15 then now() - interval '${days} days' end,
        case when n % 3 = 0 then true end, case when n % 3 = 0 then ${ghostsVersion} end,
        case when n % 3 = 0 then now() - interval '${days} days' end
      from seed_player;
      create unique index on seed_player (n)`,
    ],
    [
      'games',
      `
      create temp table seed_kind ("from", "to", mode, settings, board, "hasDigitBoards", "isRated", "isDaily", rounds, players,
        drawings, kind) as
      select *, row_number() over () - 1 from (values ${kindRows()}) kinds;
      create temp table seed_game as
      select n, gen_random_uuid() as id, kind, rounds, drawings, mode, settings, board, "hasDigitBoards", "isRated", "isDaily",
        case kind ${seats} end as players,
        case when n < ${games} * 0.75 then ${text(former)} else ${text(present)} end as judge,
        now() - interval '10 minutes' - interval '${days} days' * (1 - (n + random()) / ${games}) as "startedAt"
      from generate_series(0, ${games - 1}) n join seed_kind on n * 37 % 100 >= "from" and n * 37 % 100 < "to";
      insert into "Game" (id, "roomCode", mode, settings, seed, day, "startedAt", "finishedAt", board, "hasDigitBoards", "isRated")
      select id, translate(substring(upper(md5(n::text)) from 1 for 5), '0123456789', 'GHJKLMNPQR'), mode::"Mode", settings,
        floor(random() * 4294967296), case when "isDaily" then ("startedAt" at time zone 'UTC')::date end, "startedAt",
        case when n % 40 <> 3 then "startedAt" + interval '80 seconds' end, board, "hasDigitBoards", "isRated"
      from seed_game;
      create temp table seed_seat as
      select game.n, seat, (4 * floor(${Math.floor(players / 4)} * ${eager}) + seat)::int as player
      from seed_game game cross join lateral generate_series(0, game.players - 1) seat;
      create index on seed_seat (n); analyze seed_game; analyze seed_seat`,
    ],
    [
      'rounds',
      `
      insert into "Round" (id, "gameId", index, "judgeVersion", "judgeEngine", edition, "startedAt", "endedAt")
      select gen_random_uuid(), game.id, index, judge, 'wasm', 3, "startedAt" + index * interval '15 seconds',
        "startedAt" + index * interval '15 seconds' + interval '12 seconds'
      from seed_game game cross join lateral generate_series(0, game.rounds - 1) index;
      analyze "Round"`,
    ],
    [
      'drawings',
      `
      insert into "Drawing" (id, "roundId", canvas, index, prompt, sum, "promptAtMs", ink, "pointCount", "inkLength", guesses, answer,
        "lockAtMs", "lockGuessIndex", "lockHeldIndex", "wrongLocks", "lagCreditMs", points, speed, cleanness, fingerprint, "inkedAt",
        "isSuspect", "isByKeyboard")
      select gen_random_uuid(), drawn.round, canvas, index, prompt,
        case when settings ->> 'sums' <> 'none' then jsonb_build_object('left', prompt, 'sign', 'plus', 'right', 0) end, index * 4000,
        pool.ink, pool."pointCount", pool."inkLength", pool.guesses, pool.answer,
        case when pool."isLocked" then "lockMs" end, case when pool."isLocked" then jsonb_array_length(pool.guesses) - 2 end,
        case when pool."isLocked" then jsonb_array_length(pool.guesses) - 1 end, case when chance < 0.06 then 1 else 0 end,
        floor(random() * 40), case when pool."isLocked" then greatest(50, 1100 - "lockMs" / 4) else 0 end, random(), random(),
        md5(random()::text), "startedAt" + interval '3 seconds', chance between 0.5 and 0.501, chance between 0.6 and 0.605
      from (
        select round.id as round, round."startedAt", game.settings, canvas, place as index, random() as chance,
          floor(random() * 10)::int as prompt, random() < 0.93 as "isLocked", floor(random() * 12)::int as hand,
          (350 + 900 * random() ^ 2 + 500 * random() * random())::int as "lockMs"
        from seed_game game join "Round" round on round."gameId" = game.id
          cross join lateral generate_series(0, case when game.mode = 'relay' then 1 else game.players - 1 end) canvas
          cross join lateral generate_series(0, game.drawings - 1) place
      ) drawn
        join seed_ink pool on pool.digit = drawn.prompt and pool."isLocked" = drawn."isLocked" and pool.hand = drawn.hand`,
    ],
    [
      'drawers',
      `
      insert into "Drawer" ("drawingId", "playerId", place, name, colour, "promptedAt", "gameId", day, prompt, "lockAtMs", "isClean",
        answer)
      select drawing.id, player.id, case when game.mode = 'relay' then seat.seat % 2 else 0 end, player.name, player.colour,
        round."startedAt" + drawing."promptAtMs" * interval '1 ms', figure.*
      from seed_game game
        join "Round" round on round."gameId" = game.id
        join "Drawing" drawing on drawing."roundId" = round.id
        join seed_seat seat on seat.n = game.n
          and drawing.canvas = case when game.mode = 'relay' then seat.seat / 2 else seat.seat end
        join seed_player player on player.n = seat.player
        left join lateral (
          select game.id, case when "isDaily" then (game."startedAt" at time zone 'UTC')::date end, drawing.prompt,
            drawing."lockAtMs",
            drawing."wrongLocks" = 0 and not drawing."isSuspect", drawing.answer
          where game.mode <> 'relay' and drawing."pointCount" > 0 and drawing.sum is null
        ) figure on true`,
    ],
    [
      'results',
      `
      insert into "Result" ("gameId", "playerId", name, colour, score, rank, rounds, locks, "lockMs", "inkLength", "isByKeyboard",
        "isOnBoard", "finishedAt", board, "hasWon")
      select came.*, game."finishedAt", case when "isOnBoard" then game.board end,
        rank = 1 and score > 0 and max(rank) over (partition by game.id) > 1
      from (
        select game.id, drawer."playerId", min(drawer.name), min(drawer.colour), sum(points) as score,
          rank() over (partition by game.id order by sum(points) desc), game.rounds, count(drawing."lockAtMs"), coalesce(sum(drawing."lockAtMs"), 0),
          sum("inkLength"), bool_or("isByKeyboard"), game.board is not null and not bool_or("isByKeyboard") as "isOnBoard"
        from seed_game game
          join "Round" round on round."gameId" = game.id
          join "Drawing" drawing on drawing."roundId" = round.id
          join "Drawer" drawer on drawer."drawingId" = drawing.id
        where game.n % 40 <> 3
        group by game.id, game.rounds, game.board, drawer."playerId"
      ) came join "Game" game on game.id = came.id;
      insert into "Hold" ("gameId", "playerId", reasons, "heldAt", decision, "decidedAt")
      select "gameId", "playerId", array['too-soon'], now() - random() * interval '9 days', decision::"HoldDecision",
        case when decision is not null then now() end
      from (
        select *, case when chance < 0.0002 then 'released' when chance < 0.0008 then 'removed' end as decision
        from (select "gameId", "playerId", random() as chance from "Result") results where chance < 0.001
      ) held;
      insert into "DailyTry" (day, "playerId", "gameId", "claimedAt")
      select game.day, result."playerId", game.id, game."startedAt"
      from "Game" game join "Result" result on result."gameId" = game.id where game.day is not null
      on conflict (day, "playerId") do nothing`,
    ],
    [
      'ratings',
      `
      insert into "Rating" ("playerId", mu, sigma, games, "updatedAt")
      select player.id, 18 + 14 * min(player.strength), 8.333 / sqrt(1 + count(*) / 4.0), count(*), max(game."finishedAt")
      from "Game" game join "Result" result on result."gameId" = game.id join seed_player player on player.id = result."playerId"
      where game."isRated" and game."finishedAt" is not null group by player.id;
      insert into "RatingStep" ("gameId", "playerId", "muBefore", "sigmaBefore", mu, sigma)
      select game.id, rating."playerId", rating.mu - random(), rating.sigma + 0.1, rating.mu, rating.sigma
      from "Game" game join "Result" result on result."gameId" = game.id join "Rating" rating using ("playerId")
      where game."isRated" and game."finishedAt" is not null;
      insert into "BoardEntry" (board, span, "playerId", "rankedBy", "finishedAt", "gameId")
      select distinct on (rating."playerId") 'rating', 'all', rating."playerId", -(rating.mu - 3 * rating.sigma),
        rating."updatedAt", game.id
      from "Rating" rating join "RatingStep" step using ("playerId") join "Game" game on game.id = step."gameId"
      where rating.games >= ${provisionalGames} order by rating."playerId", game."finishedAt" desc`,
    ],
    [
      'samples',
      `
      insert into "Sample" (id, "drawingId", "contributorId", reason, reasons, prompt, guess, thousandths, difficulty, label,
        "consentVersion", "isHeld", "createdAt", "judgeVersion")
      select gen_random_uuid(), drawing.id, drawer."playerId",
        case when drawing."lockAtMs" is null then 'never_locked' else 'control' end::"SampleReason",
        array[case when drawing."lockAtMs" is null then 'never_locked' else 'control' end::"SampleReason"], drawing.prompt, drawing.answer,
        array(select jsonb_array_elements_text((drawing.guesses -> -1) - 0)::smallint),
        case when drawing."lockAtMs" is null then 1000 - floor(random() * 400) else floor(random() * 100) end,
        case when random() < 0.3 then drawing.prompt end, ${consentVersion},
        game.n % 40 = 3 or exists (select from "Hold" hold where hold."gameId" = game.id
          and hold."playerId" = drawer."playerId" and hold.decision is distinct from 'released'), round."endedAt", round."judgeVersion"
      from seed_game game
        join "Round" round on round."gameId" = game.id
        join "Drawing" drawing on drawing."roundId" = round.id
        join "Drawer" drawer on drawer."drawingId" = drawing.id
        join "Player" player on player.id = drawer."playerId" and player."hasConsented"
      where game.mode <> 'relay' and game.settings ->> 'sums' = 'none'
        and not drawing."isByKeyboard" and not drawing."isSuspect" and (drawing."lockAtMs" is null or random() < 0.02);
      update "Player" player set drawings = drawn.count
      from (select "playerId", count(*) from "Drawer" group by "playerId") drawn where drawn."playerId" = player.id;
      insert into "Review" (id, "sampleId", reviewer, verdict, "createdAt")
      select gen_random_uuid(), id, 'admin', label, "createdAt" + interval '1 day' from "Sample" where label is not null;
      insert into "Report" ("reporterId", "playerId", reason, "roomCode", "createdAt")
      select other.id, player.id, (array['name', 'drawing', 'cheating'])[1 + floor(random() * 3)::int]::"ReportReason", 'ACDEF',
        now() - random() * interval '30 days'
      from seed_player player join seed_player other on other.n between player.n + 1 and player.n + 1 + player.n % 5
      where player.n % ${Math.max(40, Math.round(players / 120))} = 11;
      insert into "Achievement" ("playerId", name, "gameId", "earnedAt")
      select distinct on (result."playerId") result."playerId", 'all-ten', game.id, game."finishedAt"
      from "Result" result join "Game" game on game.id = result."gameId" order by result."playerId", game."finishedAt"`,
    ],
  ]
}
