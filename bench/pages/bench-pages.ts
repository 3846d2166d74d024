import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium } from '@playwright/test'
import { testSecret } from '#server/testing/game-server'
import { findBrowser } from '../../e2e/browser'
import { startGame } from '../../e2e/server'
import { quantile } from '../quantile'
import { type Report, rounded } from '../report'
import { drawAmongOthers } from './draw-among-others'
import type { Work } from './record-work'
import { type Visit, visit } from './visit'

/** What the game promises of its pages. */
const limits = { homeScriptKB: 200, pointerMs: 16, framesPerSecond: 60 }

/** The built game in a real browser that is slowed down to a phone: what pages weigh, and what drawing costs. */
export async function benchPages(): Promise<Report[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'bench-pages-'))
  const server = await startGame({ DATA_FOLDER: folder, SESSION_SECRET: testSecret })
  const browser = await chromium.launch(await findBrowser())
  try {
    const drawing = await drawAmongOthers(browser, server.url)
    const pages = {
      'a page with nothing': '/healthz',
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
    return [reportDrawing(drawing), reportVisits(visits)]
  } finally {
    await browser.close()
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

function reportDrawing({ empty, among }: { empty: Work; among: Work }): Report {
  return {
    title: 'Drawing at 60 points a second on a phone (CPU slowed down 4 times)',
    rows: { 'an empty page': workRow(empty, empty), 'a room, 8 others drawing': workRow(among, empty) },
    notes: [
      'Pointer is what the listeners of one pointer event take; busy is all work of the main thread, for each pointer event.',
      `Promised: less than ${limits.pointerMs} ms a pointer event, ${limits.framesPerSecond} frames a second.`,
      'Browser, server and the pens of the others share this machine, and nothing here has a graphics card: see the empty page.',
    ],
  }
}

function workRow({ pointerMs, busyMs, frameMs, tookMs }: Work, empty: Work): Report['rows'][string] {
  const framesPerSecond = (work: Work) => (work.frameMs.length / work.tookMs) * 1000
  const own = { pointerMs, busyMs, frameMs, tookMs }
  return {
    'pointer p50 ms': rounded(quantile(pointerMs, 0.5)),
    'pointer p95 ms': rounded(quantile(pointerMs, 0.95)),
    'busy ms/event': rounded(busyMs / pointerMs.length),
    'frames/s': rounded(framesPerSecond(own)),
    'x empty page': rounded(framesPerSecond(own) / framesPerSecond(empty)),
    'frame p50 ms': rounded(quantile(frameMs, 0.5)),
    'frame p95 ms': rounded(quantile(frameMs, 0.95)),
  }
}

function reportVisits(visits: readonly [string, Visit][]): Report {
  const faults = visits.flatMap(([name, visited]) =>
    [...visited.faults.accessibility, ...visited.faults.practices].map((fault) => `${name}: ${fault}`),
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
