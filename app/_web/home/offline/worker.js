/*
 * The service worker: Practice without a network, and a page that says so elsewhere. It keeps what never changes under its name
 * (files of a build, networks by version) and these two pages; everything that lives goes to the server, always.
 * The route that serves this file puts `release` in front. Another build is another text, and so another worker: it takes over
 * when the last page of the old build is closed, and throws away what that one had kept.
 */
const { name, files } = self.release
const offlinePage = '/offline'
const practicePage = '/practice'

self.addEventListener('install', (event) => event.waitUntil(keepAll()))
self.addEventListener('activate', (event) => event.waitUntil(forgetOthers()))
self.addEventListener('fetch', (event) => {
  const answer = answerTo(event.request)
  if (answer) event.respondWith(answer)
})

async function keepAll() {
  const cache = await caches.open(name)
  const known = new Set()
  const paths = [offlinePage, practicePage, ...files]
  await Promise.all(paths.map((path) => keepWithParts(cache, path, known)))
}

/** Keeps a file and, where it is a page or a script, all files of the build that it names. */
async function keepWithParts(cache, path, known) {
  if (known.has(path)) return
  known.add(path)
  const response = await fetch(path)
  if (!response.ok) throw new Error(`${path} answered ${response.status}`)
  await cache.put(path, response.clone())
  if (!/html|javascript/.test(response.headers.get('content-type') ?? '')) return
  const parts = (await response.text()).match(/\bstatic\/(?:chunks|media)\/[^"'\\\s)<>?]+/g) ?? []
  await Promise.all(parts.map((part) => keepWithParts(cache, `/_next/${part}`, known)))
}

async function forgetOthers() {
  const names = await caches.keys()
  await Promise.all(names.filter((each) => each !== name).map((each) => caches.delete(each)))
  await self.clients.claim()
}

/** @returns nothing where the browser shall ask the server as ever */
function answerTo(request) {
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return undefined
  if (pathname.startsWith('/_next/static/') || pathname.startsWith('/judge/')) return keptOrFetched(request)
  if (request.mode === 'navigate') return visit(request, pathname)
  return undefined
}

async function keptOrFetched(request) {
  const cache = await caches.open(name)
  const kept = await cache.match(request)
  if (kept) return kept
  const response = await fetch(request)
  if (response.ok) await cache.put(request, response.clone())
  return response
}

async function visit(request, pathname) {
  const cache = await caches.open(name)
  try {
    const response = await fetch(request)
    if (response.ok && pathname === practicePage) await cache.put(practicePage, response.clone())
    return response
  } catch {
    const kept = await cache.match(pathname === practicePage ? practicePage : offlinePage)
    return kept ?? Response.error()
  }
}
