import { Client, type ClientConfig } from 'pg'

/** Every process that uses this Postgres holds this advisory lock, shared; a process that gets it exclusively may stop Postgres. */
const usersLock = 72_707_370
/** Held by the session that watches over the users. */
const watchLock = 72_707_371

/** The session of `client` counts as a user until it ends, also when its process is killed. */
export async function holdUserLock(client: Client): Promise<void> {
  await client.query('select pg_advisory_lock_shared($1)', [usersLock])
}

/** Whether there is no user but `client`. Nobody else becomes one from then on. */
export async function isLastUser(client: Client): Promise<boolean> {
  const { rows } = await client.query('select pg_try_advisory_lock($1) as "isLast"', [usersLock])
  return rows[0].isLast
}

/**
 * The last process stops Postgres, within two seconds of its end, even if it was killed: a session within Postgres waits for the
 * exclusive lock. It runs on without us, for a busy backend does not notice that its client has gone.
 * @param stopCommand for the shell, on the side of Postgres
 */
export async function stopWhenUnused(connection: ClientConfig, stopCommand: string): Promise<void> {
  const client = new Client(connection)
  client.on('error', () => undefined)
  await client.connect()
  // Missing in its types: nobody stays for this session.
  ;(client as Client & { unref(): void }).unref()
  client
    .query(watch(client.escapeLiteral(stopCommand)))
    .catch(() => undefined)
    .finally(() => client.end().catch(() => undefined))
}

/** It commits in each round, so that no snapshot grows old. */
const watch = (stopCommand: string) => `
  do $watch$
  begin
    if not pg_try_advisory_lock(${watchLock}) then
      return;
    end if;
    loop
      commit;
      perform pg_sleep(1);
      if pg_try_advisory_lock(${usersLock}) then
        execute format('copy (select) to program %L', ${stopCommand});
        return;
      end if;
    end loop;
  end
  $watch$`
