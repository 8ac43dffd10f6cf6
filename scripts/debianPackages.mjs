// Brings in from Debian what the tests need and the machine lacks, or says what somebody else must install.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { findServerPrograms } from './privateCluster.mjs';

const BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const FONT_FOLDERS = ['/usr/share/fonts', '/usr/local/share/fonts'];
/** Another package manager at work on the machine is waited for this long. */
const LOCK_SECONDS = '300';

/**
 * What is missing, with the packages that bring it. `anyOf` is a pattern for package names whose version is not known.
 * @returns {{ what: string, packages: string[], newest?: RegExp }[]}
 */
function listMissing() {
  const missing = [];
  if (!findServerPrograms()) {
    missing.push({
      what: 'PostgreSQL with PostGIS',
      packages: ['postgresql', 'postgis'],
      newest: /^postgresql-(\d+)-postgis-3$/,
    });
  }
  if (!BROWSERS.some((path) => existsSync(path))) missing.push({ what: 'Chromium', packages: ['chromium'] });
  if (!hasJapaneseFont()) missing.push({ what: 'a Japanese font', packages: ['fonts-ipafont-gothic'] });
  return missing;
}

function hasJapaneseFont() {
  const asked = spawnSync('fc-list', [':lang=ja', 'family'], { encoding: 'utf8' });
  if (asked.status === 0) return asked.stdout.trim() !== '';
  return FONT_FOLDERS.some((folder) => existsSync(folder) && hasFontFile(folder));
}

function hasFontFile(folder) {
  return readdirSync(folder, { recursive: true }).some((name) =>
    /ipag|NotoSansCJK|NotoSansJP/.test(String(name)),
  );
}

/**
 * Installs what is missing, or says what to install.
 * @param {{ mayInstall: boolean, say: (line: string) => void }} options
 * @returns {boolean} is everything there now?
 */
export function bringPackages({ mayInstall, say }) {
  const missing = listMissing();
  if (missing.length === 0) return true;
  const isRoot = process.getuid?.() === 0;
  const hasApt = spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0;
  if (mayInstall && isRoot && hasApt) {
    install(missing, say);
    const still = listMissing();
    if (still.length === 0) return true;
    say(`Installing did not bring: ${still.map(({ what }) => what).join(', ')}.`);
  }
  const packages = missing.flatMap((each) => each.packages).join(' ');
  say(`The tests need ${missing.map(({ what }) => what).join(', ')}. Please install, as root:`);
  say(`  apt-get update && apt-get install --yes --no-install-recommends ${packages}`);
  if (missing.some(({ newest }) => newest))
    say('  (and postgresql-NN-postgis-3 for the NN that this brings)');
  return false;
}

function install(missing, say) {
  say(`Installing ${missing.map(({ what }) => what).join(', ')}…`);
  apt(['update', '--quiet'], say);
  for (const { packages, newest } of missing) {
    const version = newest && newestPackage(newest);
    // The extension's package names the server it belongs to; "postgis" itself brings tools only.
    const names = version ? ['postgresql', version] : packages;
    apt(['install', '--yes', '--quiet', '--no-install-recommends', ...names], say);
  }
}

function newestPackage(pattern) {
  const names = spawnSync('apt-cache', ['pkgnames', 'postgresql-'], { encoding: 'utf8' }).stdout.split('\n');
  const found = names.filter((name) => pattern.test(name));
  return found.sort((a, b) => Number(pattern.exec(b)[1]) - Number(pattern.exec(a)[1]))[0];
}

function apt(parameters, say) {
  const run = spawnSync('apt-get', ['-o', `DPkg::Lock::Timeout=${LOCK_SECONDS}`, ...parameters], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (run.status !== 0) say(`apt-get ${parameters[0]} ended with ${run.status ?? run.signal}.`);
}
