import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium } from '@playwright/test'
import { testSecret } from '#server/testing/game-server'
import { findBrowser } from '../../e2e/browser'
import { startServer } from '../../e2e/server'
import { quantile, type Report, rounded } from '../report'
import { type DrawingFigures, type Drawn, drawAmongOthers } from './draw-among-others'
import { measureBare, measureRoom, type PenToGlass } from './pen-to-glass'
import type { Frames } from './record-work'
import { type Visit, visit } from './visit'

/** What the game promises of its pages. */
const limits = { homeScriptKB: 200, pointerMs: 16, framesPerSecond: 60, inkMs: 100, guessMs: 100 }

/** The built game in a real browser: how soon ink is seen, and, slowed down to a phone, what pages weigh and drawing costs. */
export async function benchPages(): Promise<Report[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'bench-pages-'))
  const server = await startServer({ DATA_FOLDER: folder, SESSION_SECRET: testSecret })
  const browser = await chromium.launch(await findBrowser())
  try {
    const [bare, room] = [await measureBare(browser), await measureRoom(browser, server.url)]
    const drawing = await drawAmongOthers(browser, server.url)
    const pages = {
      home: '/',
      practice: '/practice',
      'room, at its door': '/room/new',
      replay: drawing.replay,
      leaderboard: '/leaderboard',
    }
    const visits: [string, Visit][] = []
    for (const [name, address] of Object.entries(pages)) {
      visits.push([name, await visit(browser, `${server.url}${address}`)])
    }
    return [reportPenToGlass(bare, room), reportDrawing(drawing), reportVisits(visits)]
  } finally {
    await browser.close()
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

function reportPenToGlass(bare: PenToGlass, room: PenToGlass): Report {
  const rowOf = ({ inkMs, guessMs }: PenToGlass) => ({
    'ink p50 ms': rounded(quantile(inkMs, 0.5)),
    'ink p95 ms': rounded(quantile(inkMs, 0.95)),
    'x bare': rounded(quantile(inkMs, 0.5) / quantile(bare.inkMs, 0.5)),
    ...(guessMs.length > 0 && {
      'guess p50 ms': rounded(quantile(guessMs, 0.5)),
      'guess p95 ms': rounded(quantile(guessMs, 0.95)),
    }),
  })
  return {
    title: 'From pen to glass: one browser draws on a blank canvas, another one looks on',
    rows: { 'two blank pages, bare ws': rowOf(bare), 'a room of the game': rowOf(room) },
    notes: [
      'Ink is timed from touching down until another browser has painted it, a guess until the first one is in words on the own page.',
      `Promised: ink in less than ${limits.inkMs} ms, the first guess in less than ${limits.guessMs} ms.`,
    ],
  }
}

function reportDrawing({ empty, beside, among }: DrawingFigures): Report {
  return {
    title: 'Drawing at 60 points a second on a phone (CPU slowed down 4 times)',
    rows: {
      'an empty page': workRow(empty, empty),
      'an empty page, a room of 11 beside it': workRow(beside, empty),
      'a room, 11 others drawing': workRow(among, empty),
    },
    notes: [
      'Frames are counted first, without a trace, which costs a page slowed down three of them a second; all else is then taken from a trace.',
      'Pointer is what the listeners of one pointer event take; busy is all work of the main thread, for each pointer event; a long task takes 50 ms or more.',
      `Promised: less than ${limits.pointerMs} ms a pointer event, ${limits.framesPerSecond} frames a second.`,
      'Browser, server and the pens of the others share this machine, and nothing here has a graphics card: see the empty pages.',
    ],
  }
}

function workRow(drawn: Drawn, empty: Drawn): Report['rows'][string] {
  const { pointerMs, busyMs, frameMs, longMs } = drawn
  const framesPerSecond = (frames: Frames) => (frames.frameMs.length / frames.tookMs) * 1000
  return {
    'pointer p50 ms': rounded(quantile(pointerMs, 0.5)),
    'pointer p95 ms': rounded(quantile(pointerMs, 0.95)),
    'busy ms/event': rounded(busyMs / pointerMs.length),
    'frames/s': rounded(framesPerSecond(drawn)),
    'x empty page': rounded(framesPerSecond(drawn) / framesPerSecond(empty)),
    'frame p50 ms': rounded(quantile(frameMs, 0.5)),
    'frame p95 ms': rounded(quantile(frameMs, 0.95)),
    'long tasks': longMs.length,
    'longest ms': Math.round(Math.max(0, ...longMs)),
  }
}

function reportVisits(visits: readonly [string, Visit][]): Report {
  const faults = visits.flatMap(([name, visited]) =>
    [
      ...visited.faults.accessibility,
      ...visited.faults.practices,
      ...visited.moved.map((text) => `moved: "${text}"`),
    ].map((fault) => `${name}: ${fault}`),
  )
  return {
    title: 'First visit on a phone (CPU slowed down 4 times, network of this machine)',
    rows: Object.fromEntries(visits.map(([name, visited]) => [name, visitRow(visited)])),
    notes: [
      `Promised: less than ${limits.homeScriptKB} KB of JavaScript for the home page, no layout shift, no fault.`,
      'A fault of access is a rule of axe that is broken; one of practice a missing language, title, description or viewport, an image far larger than shown, or an error on the console.',
      ...faults,
    ],
  }
}

function visitRow({
  scriptBytes,
  layoutShift,
  largestPaintMs,
  blockingMs,
  faults,
}: Visit): Report['rows'][string] {
  return {
    'JavaScript KB (gzip)': rounded(scriptBytes / 1000),
    'layout shift': Number(layoutShift.toFixed(3)),
    'largest paint ms': rounded(largestPaintMs),
    'blocked ms': Math.round(blockingMs),
    'access faults': faults.accessibility.length,
    'practice faults': faults.practices.length,
  }
}
