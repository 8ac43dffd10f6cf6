import { describe, expect, it } from 'vitest';
import { helpText, OPTIONS, readOrder, VARIABLES } from '../../../backend/main/settings.ts';

const DATABASE = { DATABASE_URL: 'postgres://u:p@localhost/ainori' };

function settingsOf(argv: string[], env: Record<string, string> = {}) {
  const order = readOrder(argv, env);
  if (!order.ok || order.value.kind !== 'start') throw new Error(order.ok ? order.value.kind : order.reason);
  return order.value.settings;
}

describe('settings', () => {
  it('nothing given: a trial on this machine only', () => {
    expect(settingsOf([])).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      databaseUrl: null,
      isTrial: true,
      hasStreetLife: true,
      speed: 1,
      streetFactor: 1,
      roadsFolder: null,
      regionFolder: 'seeds/aizu',
    });
  });

  it('a database given: no trial unless asked for', () => {
    expect(settingsOf([], DATABASE)).toMatchObject({
      isTrial: false,
      hasStreetLife: false,
      logLevel: 'info',
    });
    expect(settingsOf([], { ...DATABASE, AINORI_TRIAL: '1' })).toMatchObject({ isTrial: true });
  });

  it('hours of the desk: as given, else those of the services', () => {
    expect(settingsOf([]).deskHours).toBeNull();
    const deskHours = { earliest: 8 * 3600, latest: 17.5 * 3600 };
    expect(settingsOf([], { AINORI_DESK_HOURS: '08:00-17:30' })).toMatchObject({ deskHours });
  });

  it('options: with a space or an equals sign', () => {
    const wanted = { speed: 60, hasStreetLife: false, startsAtSecond: 9.5 * 3600 };
    expect(settingsOf(['--speed', '60', '--quiet', '--start-at', '09:30'])).toMatchObject(wanted);
    expect(settingsOf(['--speed=60', '--quiet', '--start-at=09:30'])).toMatchObject(wanted);
  });

  it.each([
    [['--fast'], {}, '--fast'],
    [['--speed'], {}, '--speed'],
    [['--speed', 'quick'], {}, '--speed=quick'],
    [['--speed', '0'], {}, '--speed=0'],
    [['--speed', '1e9'], {}, '--speed'],
    [['--street', '3'], {}, '--street=3'],
    [['--speed', '60'], DATABASE, '--speed'],
    [['--start-at', '25:00'], {}, '--start-at 25:00'],
    [['--create-admin'], DATABASE, '--create-admin'],
    [['--create-admin', 'taro'], {}, 'DATABASE_URL'],
    [['--create-admin', 'ta ro'], DATABASE, 'ta ro'],
    [[], { PORT: '99999' }, 'PORT=99999'],
    [[], { PORT: '3000.5' }, 'PORT=3000.5'],
    [[], { PORT: '' }, 'PORT'],
    [[], { AINORI_TRIAL: 'yes' }, 'AINORI_TRIAL=yes'],
    [[], { AINORI_TRIAL: '0' }, 'DATABASE_URL'],
    [[], { DATABASE_URL: 'mysql://localhost' }, 'DATABASE_URL'],
    [[], { OSRM_URL: 'localhost:5000' }, 'OSRM_URL'],
    [[], { AINORI_DESK_HOURS: '8-17' }, 'AINORI_DESK_HOURS=8-17'],
    [[], { AINORI_DESK_HOURS: '17:30-08:00' }, 'AINORI_DESK_HOURS'],
    [[], { AINORI_DESK_HOURS: '08:00-12:00-13:00' }, 'AINORI_DESK_HOURS'],
    [[], { AINORI_LOG: 'loud' }, 'AINORI_LOG=loud'],
    [[], { AINORI_POOL: '1' }, 'AINORI_POOL=1'],
  ])('%j with %j: one line that names it', (argv, env, named) => {
    const order = readOrder(argv, env);
    expect(order.ok).toBe(false);
    if (order.ok) return;
    expect(order.reason).toContain(named);
    expect(order.reason).not.toContain('\n');
  });

  it('an address that is refused: its secret is not repeated', () => {
    const order = readOrder([], { DATABASE_URL: 'mysql://u:hunter2@localhost' });
    expect(JSON.stringify(order)).not.toContain('hunter2');
  });

  it('--help: every option and variable', () => {
    expect(readOrder(['--help'], { PORT: 'nonsense' })).toEqual({ ok: true, value: { kind: 'help' } });
    for (const { name } of [...OPTIONS, ...VARIABLES]) expect(helpText()).toContain(`  ${name} `);
  });
});
