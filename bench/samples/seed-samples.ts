import { encodeInk } from '#game/drawing/ink-codec'
import { curve, inTime } from '#game/testing/hand'
import { query } from '#server/testing/database'

const inks = 200
const samplesPerRound = 10
const contributors = 2_000

/**
 * Fills an empty database with drawings that are kept: by 2,000 contributors, most of them reviewed, a tenth of them misread by the
 * judge; with a verdict for each label.
 */
export async function seedSamples(url: string, count: number): Promise<void> {
  const texts = Array.from({ length: inks }, (_, seed) => encodeInk(inTime(curve(seed))))
  const list = texts.map((text) => `'${text.replaceAll("'", "''")}'`).join(',')
  const rounds = count / samplesPerRound
  for (const statement of [
    `insert into "Player" (id, name, colour, "hasConsented", "consentVersion", "consentAnsweredAt", "seenAt")
      select gen_random_uuid(), 'Player ' || n, n % 10, true, 2, now() - interval '1 year', now() from generate_series(1, ${contributors}) n`,
    `insert into "Game" (id, "roomCode", mode, settings, seed, "startedAt", "finishedAt")
      select gen_random_uuid(), 'ACDEF', 'race', '{}', n, now() - n * interval '1 minute', now() - n * interval '1 minute' + interval '50 s'
      from generate_series(1, ${rounds}) n`,
    `insert into "Round" (id, "gameId", index, "judgeVersion", "judgeEngine", "startedAt", "endedAt")
      select gen_random_uuid(), id, 0, 'digits-v2', 'wasm', "startedAt", "finishedAt" from "Game"`,
    `insert into "Drawing" (id, "roundId", canvas, index, prompt, "promptAtMs", ink, "pointCount", "inkLength", guesses, "lockAtMs",
        "lockGuessIndex", "lockHeldIndex", "wrongLocks", "lagCreditMs", points, speed, cleanness)
      select gen_random_uuid(), round.id, n, 0, (n + row_number() over ()) % 10, 0,
        (array[${list}])[1 + (row_number() over () % ${inks})], 31, 900, '[]', 900, 0, 0, 1, 0, 500, 0.5, 0.5
      from "Round" round cross join generate_series(0, ${samplesPerRound - 1}) n`,
    `insert into "Drawer" ("drawingId", "playerId", place, name, colour)
      select drawing.id, player.id, 0, 'Player', 1
      from (select id, row_number() over () as n from "Drawing") drawing
        join (select id, row_number() over () as n from "Player") player on player.n = 1 + drawing.n % ${contributors}`,
    `insert into "Sample" (id, "drawingId", "contributorId", reason, reasons, prompt, guess, thousandths, difficulty, label, "consentVersion", "createdAt",
        "judgeVersion")
      select gen_random_uuid(), drawing.id, drawer."playerId", 'wrong_lock', array['wrong_lock']::"SampleReason"[], drawing.prompt,
        case when sure < 100 then (drawing.prompt + 1) % 10 else drawing.prompt end,
        (select array_agg(case when label = drawing.prompt then sure when label = 10 then 1000 - sure else 0 end order by label) from generate_series(0, 10) label),
        1000 - sure, case when n % 5 < 4 then drawing.prompt end, 2, round."endedAt", round."judgeVersion"
      from (select *, row_number() over () as n, (random() * 999)::int as sure from "Drawing") drawing
        join "Drawer" drawer on drawer."drawingId" = drawing.id join "Round" round on round.id = drawing."roundId"`,
    `insert into "Review" (id, "sampleId", reviewer, verdict, "createdAt")
      select gen_random_uuid(), id, 'admin', label, "createdAt" + interval '1 day' from "Sample" where label is not null`,
    `update "Player" set drawings = (select count(*) from "Drawer" where "playerId" = "Player".id)`,
    'analyze',
  ])
    await query(url, statement)
}
