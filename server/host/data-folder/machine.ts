import { readFileSync, readlinkSync } from 'node:fs'
import { hostname } from 'node:os'

/** Where a process runs, as far as it matters to who may ask about which other process. */
export type Machine = {
  host: string
  /** Tells kernels apart: the same in all containers of a machine, another after each boot. Without /proc, the host. */
  boot: string
  /** Processes with the same one see each other by number. '' where there is but one for all. */
  pidNamespace: string
}

export function thisMachine(): Machine {
  const host = hostname()
  return {
    host,
    boot: orElse(host, () => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()),
    pidNamespace: orElse('', () => readlinkSync('/proc/self/ns/pid')),
  }
}

/** Whether processes there are processes here, with the same numbers and the same loopback. */
export function isVisible(there: Machine): boolean {
  const here = thisMachine()
  return there.boot === here.boot && there.pidNamespace === here.pidNamespace
}

function orElse(otherwise: string, ask: () => string): string {
  try {
    return ask()
  } catch {
    return otherwise
  }
}
