import { tryToListen } from './listen'

/** For what listens on this machine alone and need not have a certain port. @returns one on which nothing listened a moment ago */
export const freePort = () => tryToListen('127.0.0.1', 0)

/** Whether we may listen on a port of this machine alone; whatever stands in the way, another one will do. */
export const isFree = (port: number) =>
  tryToListen('127.0.0.1', port).then(
    () => true,
    () => false,
  )
