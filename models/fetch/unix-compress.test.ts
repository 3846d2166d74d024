import { expect, test } from 'vitest'
import { decompress } from './unix-compress'

/** What compress 4.2 made of the numbers from 1 to 150, each with a blank behind it, in codes of at most 10 bits. */
const numbers =
  'H52KMUDIADEDBA0QNUDYAHEDBA4QOUDEgCExYIyBMQrGOBgjYYyFMRrGeBgjogyKMgLKGCijoIyDMhLKWCijoYyHMiLOoDgj4IyBMwrOODgj4YyFMxrOeDgjIg2KNALSGEijII2DNBLSWEijIY2HNCLWoFgjYI2BNQrWOFgjYY2FNRrWeFgjog2KNgLaGGijoI2DNhLaWGijoY2HNiLeoHgj4I2BNwreOHgj4Y2FNxreeHgjIg6KOALiGIijII6DOBLiWIijIY6HOCLmoJgjYI6BOQrmOJgjYY6FORrmeJgj4kSKEy3CwAhDIwyOMDzCAAlDJAySMIxPrGjxYkWNGyt6/FhR5MiKxk9KTLkeY8v1HGOuB1lzPcmcEnfmt/gzv8ah+Xl0VH4iLZWfcU9JFJWCGFWlIEdZKQhSVwqSFJZEY4EA'

test('what Unix compress packed is unpacked, codes growing with the table', () => {
  const expected = Array.from({ length: 150 }, (_, index) => `${index + 1} `).join('')
  expect(decompress(Buffer.from(numbers, 'base64')).toString()).toBe(expected)
})

test('a repetition that names itself is understood', () => {
  expect(decompress(Buffer.from('H52QYcQEHCiwYEA=', 'base64')).toString()).toBe('ab'.repeat(7))
})

test('what is no .Z, or damaged, is refused', () => {
  expect(() => decompress(Buffer.from('PK plain text'))).toThrow('not in .Z format')
  const damaged = Buffer.from(numbers, 'base64').fill(0xff, 20, 60)
  expect(() => decompress(damaged)).toThrow('damaged .Z: code')
})
