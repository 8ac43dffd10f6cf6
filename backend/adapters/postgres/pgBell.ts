import pg from 'pg';
import { BellListeners, type EventBell } from './eventBell.ts';
import { connectionConfig } from './pgDatabase.ts';
import type { StoreLog } from './session.ts';

/** `NOTIFY` reaches the connections of the same database only, so that one name does for all. */
const CHANNEL = 'ainori_event';

/** While a transaction older than the newest event is at work, we look again after this long. */
const HELD_BACK_MS = 100;

/** A process that dies between its commit and its notice would not be heard: look by ourselves, too. */
const LOOK_MS = 1_000;

/**
 * The newest event, and the transactions of the whole server that are at work with ids below its own. Those of other
 * databases count, too: a reader who saw one at work and finds it gone a moment later cannot tell where it was, and
 * waits for it (see event_bound).
 */
const LOOK = `
  SELECT coalesce(era || '.' || xid::text || '.' || position, '') AS newest, (
      SELECT string_agg(running::text, ' ' ORDER BY running)
      FROM pg_snapshot_xip(pg_current_snapshot()) AS running WHERE running < xid) AS older
  FROM (VALUES (1)) AS one
  LEFT JOIN (SELECT era, xid, position FROM event ORDER BY era DESC, xid DESC, position DESC LIMIT 1) AS last ON true`;

interface Sight {
  readonly newest: string;
  /** `null` when none is at work. */
  readonly older: string | null;
}

/**
 * The bell of a PostgreSQL server, on a connection of its own. The notice is sent after the commit and outside of it:
 * inside, it would make all commits wait for one another. Rings again when a transaction ends that may have held
 * events back.
 */
export function pgBell(connectionString: string, log: StoreLog): EventBell {
  const listeners = new BellListeners();
  let client: pg.Client | undefined;
  let connecting: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let seen: Sight = { newest: '', older: null };
  let isLooking = false;
  let isLookDue = false;
  let isNoticeDue = false;
  let isSending = false;
  let isClosed = false;

  async function connect(): Promise<void> {
    const fresh = new pg.Client({ ...connectionConfig(connectionString), application_name: 'ainori bell' });
    fresh.on('error', (fault) => drop(fresh, fault));
    fresh.on('end', () => drop(fresh, undefined));
    fresh.on('notification', () => void look());
    try {
      await fresh.connect();
      // A notice that is lost with the server loses nothing: no need to wait for its disk.
      await fresh.query(`SET synchronous_commit = off; SET ROLE ainori_office; LISTEN ${CHANNEL}`);
      client = fresh;
    } catch (thrown) {
      log.warn({ fault: String(thrown) }, 'the event bell has no connection; trying again');
      await fresh.end().catch(() => undefined);
    }
  }

  function drop(gone: pg.Client, fault: Error | undefined): void {
    if (client !== gone) return;
    client = undefined;
    if (!isClosed) log.warn({ fault: fault?.message }, 'the event bell lost its connection; trying again');
  }

  /** Rings when something new can be seen, and looks again later. */
  async function look(): Promise<void> {
    isLookDue = true;
    if (isLooking) return;
    isLooking = true;
    while (isLookDue && !isClosed) {
      isLookDue = false;
      const sight = await see();
      if (sight && (sight.newest !== seen.newest || sight.older !== seen.older)) listeners.ringAll();
      if (sight) seen = sight;
    }
    isLooking = false;
    lookLater();
  }

  async function see(): Promise<Sight | undefined> {
    try {
      if (!client) {
        connecting ??= connect().finally(() => {
          connecting = undefined;
        });
        await connecting;
        // What happened while nobody listened is not known.
        if (client) listeners.ringAll();
      }
      const result = await client?.query<Sight>(LOOK);
      return result?.rows[0];
    } catch (thrown) {
      if (!isClosed) log.warn({ fault: String(thrown) }, 'the event bell could not look for events');
      return undefined;
    }
  }

  function lookLater(): void {
    clearTimeout(timer);
    if (isClosed || listeners.isEmpty) return;
    timer = setTimeout(() => void look(), seen.older ? HELD_BACK_MS : LOOK_MS);
    timer.unref();
  }

  /** Tells the other processes; calls that come while a notice is under way share the next one. */
  async function sendNotice(): Promise<void> {
    isNoticeDue = true;
    if (isSending) return;
    isSending = true;
    while (isNoticeDue && !isClosed) {
      isNoticeDue = false;
      await see();
      await client?.query(`NOTIFY ${CHANNEL}`).catch(() => undefined);
    }
    isSending = false;
  }

  return {
    ring() {
      listeners.ringAll();
      void sendNotice();
    },
    listen(ring) {
      const stop = listeners.add(ring);
      void look();
      return () => {
        stop();
        if (listeners.isEmpty) clearTimeout(timer);
      };
    },
    async close() {
      isClosed = true;
      clearTimeout(timer);
      await connecting;
      const last = client;
      client = undefined;
      await last?.end().catch(() => undefined);
    },
  };
}
