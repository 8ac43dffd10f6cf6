// A PostgreSQL cluster of our own in a temporary directory, on a private port of the loopback address.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  chownSync,
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { delimiter, join } from 'node:path';

/** Debian keeps the server's programs out of the path, one folder per version. */
const DEBIAN_FOLDER = '/usr/lib/postgresql';
const READY_TIMEOUT_MS = 60_000;
const PORT_ATTEMPTS = 5;

/**
 * Runs the server (what follows the directory) until standard input ends, which it does however its owner ends; then
 * shuts it down at once and removes the directory, unless the server ended by itself.
 */
const KEEPER = `
  directory=$1; shift
  exec 3<&0
  "$@" & server=$!
  ( read -r line <&3; kill -QUIT $server || exit; while kill -0 $server 2>/dev/null; do sleep 0.1; done; rm -rf "$directory" ) &
  wait $server`;

/** Settings for tests: what is lost in a power cut may be lost. */
const FAST = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/**
 * The folder of a PostgreSQL server's programs that has PostGIS beside it, the newest first.
 * @returns {string | undefined} undefined where there is none
 */
export function findServerPrograms() {
  const debian = existsSync(DEBIAN_FOLDER)
    ? readdirSync(DEBIAN_FOLDER)
        .sort((a, b) => Number(b) - Number(a))
        .map((version) => join(DEBIAN_FOLDER, version, 'bin'))
    : [];
  const fromPath = (process.env.PATH ?? '').split(delimiter);
  return [...debian, ...fromPath].find((folder) => existsSync(join(folder, 'initdb')) && hasPostgis(folder));
}

function hasPostgis(folder) {
  const version = /postgresql\/(\d+)\/bin$/.exec(folder)?.[1];
  const share = version ? `/usr/share/postgresql/${version}` : shareFolder(folder);
  return share !== undefined && existsSync(join(share, 'extension', 'postgis.control'));
}

function shareFolder(folder) {
  const answer = spawnSync(join(folder, 'pg_config'), ['--sharedir'], { encoding: 'utf8' });
  return answer.status === 0 ? answer.stdout.trim() : undefined;
}

/** PostgreSQL refuses to run as root: then somebody with few rights runs it. */
function unprivilegedUser() {
  if (userInfo().uid !== 0) return {};
  for (const name of ['postgres', 'nobody']) {
    const uid = spawnSync('id', ['-u', name], { encoding: 'utf8' });
    const gid = spawnSync('id', ['-g', name], { encoding: 'utf8' });
    if (uid.status === 0 && gid.status === 0) return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  }
  throw new Error('PostgreSQL does not run as root, and there is neither a user "postgres" nor "nobody".');
}

/**
 * Makes and starts a cluster.
 * @param {{ durable?: boolean }} [options] durable: commits survive a power cut, as in production
 * @returns {Promise<{ url: string, pid: number, directory: string, stop: () => Promise<void> }>} `url` names the
 *   cluster's superuser and its first database
 */
export async function startCluster({ durable = false } = {}) {
  const programs = findServerPrograms();
  if (!programs) throw new Error('There is no PostgreSQL server with PostGIS on this machine.');
  const user = unprivilegedUser();
  const directory = mkdtempSync(join(tmpdir(), 'ainori-postgres-'));
  if (user.uid !== undefined) chownSync(directory, user.uid, user.gid);
  try {
    const data = join(directory, 'data');
    const create = [
      '-D',
      data,
      '-U',
      'ainori',
      '--auth=trust',
      '--encoding=UTF8',
      '--no-locale',
      '--no-sync',
    ];
    execFileSync(join(programs, 'initdb'), create, { ...user, cwd: directory, stdio: 'pipe' });
    for (let attempt = 1; ; attempt += 1) {
      const server = await startServer(programs, directory, user, durable ? {} : FAST);
      if (server) return server;
      if (attempt === PORT_ATTEMPTS) throw new Error(`PostgreSQL does not start:\n${readLog(directory)}`);
    }
  } catch (fault) {
    rmSync(directory, { recursive: true, force: true });
    throw fault;
  }
}

/** @returns the server, or undefined when it ended at once (its port was taken in between) */
async function startServer(programs, directory, user, settings) {
  const port = await freePort();
  const all = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    max_connections: '200',
    shared_buffers: '128MB',
    ...settings,
  };
  const log = openSync(join(directory, 'log'), 'a');
  const server = spawn(
    'sh',
    [
      '-c',
      KEEPER,
      'keeper',
      directory,
      join(programs, 'postgres'),
      ...['-D', join(directory, 'data')],
      ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    { ...user, cwd: directory, stdio: ['pipe', log, log], detached: true },
  );
  closeSync(log);
  let hasEnded = false;
  const ended = new Promise((resolve) => {
    server.once('exit', () => {
      hasEnded = true;
      resolve();
    });
  });
  async function stop() {
    server.ref();
    server.stdin.end();
    await ended;
    rmSync(directory, { recursive: true, force: true });
  }
  const deadline = Date.now() + READY_TIMEOUT_MS;
  while (!hasEnded && !isReady(programs, port)) {
    if (Date.now() > deadline) {
      const text = readLog(directory);
      await stop();
      throw new Error(`PostgreSQL is not ready after a minute:\n${text}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  if (hasEnded) {
    server.stdin.end();
    return undefined;
  }
  // Neither the server nor what leads to it keeps this process from ending.
  server.unref();
  server.stdin.unref();
  return {
    url: `postgres://ainori@127.0.0.1:${port}/postgres`,
    pid: Number.parseInt(readFileSync(join(directory, 'data', 'postmaster.pid'), 'utf8'), 10),
    directory,
    stop,
  };
}

function isReady(programs, port) {
  return spawnSync(join(programs, 'pg_isready'), ['-q', '-h', '127.0.0.1', '-p', String(port)]).status === 0;
}

function readLog(directory) {
  const file = join(directory, 'log');
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(-20).join('\n') : '';
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
