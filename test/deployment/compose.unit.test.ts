import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readOrder, VARIABLES } from '../../backend/main/settings.ts';

interface Container {
  readonly image?: string;
  readonly build?: string;
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
}

const COMPOSE = readFileSync('docker-compose.yml', 'utf8');
const { services } = parse(COMPOSE) as {
  services: Record<'app' | 'database' | 'roads', Container>;
};
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };

/** What compose makes of `${NAME:-otherwise}` and `${NAME:?complaint}` when the password is `pass`. */
function filled(environment: Readonly<Record<string, string>> = {}): Record<string, string> {
  const fill = (text: string) =>
    text.replace(/\$\{\w+:-([^}]*)\}/g, '$1').replace(/\$\{AINORI_DATABASE_PASSWORD:\?[^}]*\}/g, 'pass');
  return Object.fromEntries(Object.entries(environment).map(([name, text]) => [name, fill(text)]));
}

describe('docker-compose.yml', () => {
  const app = filled(services.app.environment);

  it('the application: started by the command of the README, as in its image', () => {
    expect(services.app.command).toEqual(['npm', 'start']);
    expect(manifest.scripts.start).toBe('node scripts/start.mjs');
    expect(readFileSync('Dockerfile', 'utf8')).toContain('CMD ["npm", "start"]');
  });

  it('its environment: only names that --help lists, with values that are taken', () => {
    const known = VARIABLES.map(({ name }) => name);
    expect(Object.keys(app).filter((name) => !known.includes(name))).toEqual([]);
    const order = readOrder([], app);
    expect(order.ok && order.value.kind === 'start' && order.value.settings).toMatchObject({
      host: '0.0.0.0',
      port: 3000,
      isTrial: false,
      osrmUrl: 'http://roads:5000',
    });
  });

  it('DATABASE_URL: user, password, database and host of the database service, which has PostGIS', () => {
    const database = filled(services.database.environment);
    const url = new URL(app.DATABASE_URL!);
    expect(url.hostname).toBe('database');
    expect(url.username).toBe(database.POSTGRES_USER);
    expect(url.password).toBe(database.POSTGRES_PASSWORD);
    expect(url.pathname).toBe(`/${database.POSTGRES_DB}`);
    expect(services.database.image).toMatch(/^postgis\/postgis:/);
  });

  it('OSRM_URL: host and port of osrm-routed', () => {
    const url = new URL(app.OSRM_URL!);
    const { command = [], image } = services.roads;
    expect(url.hostname).toBe('roads');
    expect(command[0]).toBe('osrm-routed');
    expect(command[command.indexOf('--port') + 1]).toBe(url.port);
    expect(image).toContain('osrm-backend');
  });

  it('the roads it serves: those that the preparation named above it writes, with our own profile', () => {
    const { command = [], volumes } = services.roads;
    const preparation = /run --rm roads sh \/profile\/prepare\.sh (\S+) (\S+)/.exec(COMPOSE);
    expect(readFileSync('routing/profile/prepare.sh', 'utf8')).toContain('echo "ready: $out/roads.osrm"');
    expect(command.at(-1)).toBe(`${preparation?.[2]}/roads.osrm`);
    expect(volumes).toContain('./routing/profile:/profile:ro');
  });

  it('the published port: the one the application listens on, on this machine only', () => {
    expect(services.app.ports).toEqual([`127.0.0.1:3000:${app.PORT}`]);
  });
});
