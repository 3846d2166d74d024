import { expect, test } from './fixtures'
import { inspect } from './look'

test('the daily challenge counts once a day, and can be practised ever after', async ({ guest }) => {
  const { page, room } = guest
  await page.goto('/daily')
  await page.getByRole('link', { name: 'Play today’s challenge' }).click()
  await page.getByRole('button', { name: 'Take a seat' }).click()
  await expect(page.getByText('This try counts. Good luck!')).toBeVisible()
  await room.write(await room.readPrompt())
  await expect(room.score).not.toHaveText('0')

  await page.goto('/daily')
  await expect(page.getByRole('heading', { name: 'Your try' })).toBeVisible()
  await inspect(guest, 'daily-tried')
  await page.getByRole('link', { name: 'Once more, for practice' }).click()
  await expect(page.getByText('this one is for practice')).toBeVisible()
  await room.readPrompt()
})

test('the daily challenge shows the fingerprints of today and tomorrow, and no secret', async ({ guest }) => {
  const { page } = guest
  await page.goto('/daily')
  const proof = page.getByRole('region', { name: 'How are the digits chosen?' })
  await expect(proof.getByText(/^[0-9a-f]{64}$/)).toHaveCount(2)
  await expect(proof.getByText(/^Shown from .* UTC on$/)).toHaveCount(2)
  await page.goto('/daily?day=2026-11-01')
  await expect(proof.getByText('This day has no fingerprint.')).toBeVisible()
})
