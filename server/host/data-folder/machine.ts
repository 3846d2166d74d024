import { readFileSync, readlinkSync } from 'node:fs'
import { hostname } from 'node:os'

/** Where a process runs: which kernel, and which pid namespace. */
export type Machine = {
  host: string
  /** Identifies the kernel: equal in all containers of a machine, another after each boot. Without /proc, the host. */
  boot: string
  /** Processes of one namespace see each other's pids. '' where there are no namespaces. */
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

/** Whether processes there have the same pids and loopback as here. */
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
