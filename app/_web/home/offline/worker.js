/*
 * The service worker: Practice works without a network, and every other page says so instead. It caches these two pages and
 * files that never change under their name (files of a build, networks by version); all other requests go to the server.
 * The route that serves this file prepends `release`. Another build makes another text, so the browser installs another worker:
 * it is activated when the last page of the old build is closed, and deletes that build's cache.
 */
const { name, files } = self.release
const offlinePage = '/offline'
const practicePage = '/practice'

self.addEventListener('install', (event) => event.waitUntil(precache()))
self.addEventListener('activate', (event) => event.waitUntil(deleteOtherCaches()))
self.addEventListener('fetch', (event) => {
  const answer = respondTo(event.request)
  if (answer) event.respondWith(answer)
})

async function precache() {
  const cache = await caches.open(name)
  const known = new Set()
  const paths = [offlinePage, practicePage, ...files]
  await Promise.all(paths.map((path) => cacheWithParts(cache, path, known)))
}

/** Caches a file and, where it is a page or a script, all files of the build that it names. */
async function cacheWithParts(cache, path, known) {
  if (known.has(path)) return
  known.add(path)
  const response = await fetch(path)
  if (!response.ok) throw new Error(`${path} answered ${response.status}`)
  await cache.put(path, response.clone())
  if (!/html|javascript/.test(response.headers.get('content-type') ?? '')) return
  const parts = (await response.text()).match(/\bstatic\/(?:chunks|media)\/[^"'\\\s)<>?]+/g) ?? []
  await Promise.all(parts.map((part) => cacheWithParts(cache, `/_next/${part}`, known)))
}

async function deleteOtherCaches() {
  const names = await caches.keys()
  await Promise.all(names.filter((each) => each !== name).map((each) => caches.delete(each)))
  await self.clients.claim()
}

/** @returns undefined where the request goes to the server as if there were no worker */
function respondTo(request) {
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return undefined
  if (pathname.startsWith('/_next/static/') || pathname.startsWith('/judge/')) return cacheFirst(request)
  if (request.mode === 'navigate') return networkFirst(request, pathname)
  return undefined
}

async function cacheFirst(request) {
  const cache = await caches.open(name)
  const cached = await cache.match(request)
  if (cached) return cached
  const response = await fetch(request)
  if (response.ok) await cache.put(request, response.clone())
  return response
}

async function networkFirst(request, pathname) {
  const cache = await caches.open(name)
  try {
    const response = await fetch(request)
    if (response.ok && pathname === practicePage) await cache.put(practicePage, response.clone())
    return response
  } catch {
    const cached = await cache.match(pathname === practicePage ? practicePage : offlinePage)
    return cached ?? Response.error()
  }
}
