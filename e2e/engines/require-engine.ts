import { describeMissing, findEngines } from './find-engines'

/** Not when the configuration is read: checks of the code read it as well, on machines that have no other browser. @throws Error when this machine has none */
export default function requireEngine(): void {
  if (findEngines().length === 0)
    throw new Error(`No browser to try beside Chromium: ${describeMissing().join('; ')}.`)
}
