import { renderToStaticMarkup } from 'react-dom/server'
import { type InkOp, type Stroke, strokesOf } from '#game/drawing/ink'
import { decodeInk } from '#game/drawing/ink-codec'
import { notADigit } from '#game/protocol/constants'
import { settings } from '#game/settings'
import {
  type LivePlay,
  livePlayText,
  mostWaitMs,
  type PlayedDigit,
  waitMsOf,
} from '#models/evaluation/live-play'
import { colours } from './chart'
import { pageStyle } from './page-style'

/** How recorded digits are played in a room, as pictures: what never locks, what locks late, what is guessed wrongly, and the rest. */
export function livePlayPage(version: string, live: LivePlay): string {
  return `<!doctype html>${renderToStaticMarkup(<Page version={version} live={live} />)}`
}

function Page({ version, live }: { version: string; live: LivePlay }) {
  const isNever = ({ record }: PlayedDigit) => record.lock === null
  const isLate = (one: PlayedDigit) => !isNever(one) && (waitMsOf(one) ?? Infinity) > mostWaitMs
  const isWrong = ({ record }: PlayedDigit) => record.wrongLocks > 0
  const isPlain = (one: PlayedDigit) => !isNever(one) && !isLate(one) && !isWrong(one)
  const byWait = live.played.toSorted((a, b) => (waitMsOf(b) ?? Infinity) - (waitMsOf(a) ?? Infinity))
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${version}: recorded digits in play`}</title>
        <style>{pageStyle}</style>
      </head>
      <body>
        <main>
          <h1>{version}</h1>
          {livePlayText(live)
            .split('\n')
            .map((line) => (
              <p key={line}>{line}</p>
            ))}
          <p className="quiet">
            Black: the ink that the lock counts from. Red: what was drawn after it. A digit that was not
            recognised is black as a whole.
          </p>
          <Sheet title="Never recognised" played={live.played.filter(isNever)} />
          <Sheet title={`Shown later than ${mostWaitMs} ms`} played={byWait.filter(isLate)} />
          <Sheet title="With a wrong guess" played={live.played.filter(isWrong)} />
          <Sheet title="All others" played={live.played.filter(isPlain)} />
        </main>
      </body>
    </html>
  )
}

function Sheet({ title, played }: { title: string; played: readonly PlayedDigit[] }) {
  return (
    <section>
      <h2>{`${title}: ${played.length}`}</h2>
      <ul className="mistakes">
        {played.map((one) => (
          <li key={one.line}>
            <Picture {...one} />
            <Caption {...one} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Caption(one: PlayedDigit) {
  const { record, line, answer } = one
  const { lock, prompt, wrongLocks } = record
  const wait = waitMsOf(one)
  return (
    <>
      <b>{prompt}</b> <span className="quiet">line {line}</span>
      <br />
      {lock
        ? `at ${(lock.atMs / 1000).toFixed(2)} s, ${wait === null ? 'as time is up' : `shown after ${wait} ms`}`
        : `read as ${answer === notADigit ? 'no digit' : answer}`}
      {wrongLocks > 0 && `, ${wrongLocks} wrong`}
    </>
  )
}

function Picture({ record: { ink, guesses, lock, prompt }, line }: PlayedDigit) {
  const ops = decodeInk(ink)
  const lockedOps = lock ? (guesses[lock.guessIndex]?.opCount ?? ops.length) : ops.length
  return (
    <svg
      viewBox={`0 0 ${settings.gridSize} ${settings.gridSize}`}
      role="img"
      aria-label={`${prompt}, line ${line}`}
    >
      <Strokes ops={ops} colour={colours.accent} />
      <Strokes ops={ops.slice(0, lockedOps)} colour={colours.ink} />
    </svg>
  )
}

function Strokes({ ops, colour }: { ops: readonly InkOp[]; colour: string }) {
  const path = (stroke: Stroke) =>
    stroke.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join('')
  return (
    <path
      d={strokesOf(ops).map(path).join('')}
      fill="none"
      stroke={colour}
      strokeWidth={36}
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  )
}
