import { describe, expect, it } from 'vitest';
import { argonHasher } from '../../../../backend/adapters/system/argonHasher.ts';
import { createPinoLog } from '../../../../backend/adapters/system/pinoLog.ts';
import { randomIds } from '../../../../backend/adapters/system/randomIds.ts';
import { createSpedClock } from '../../../../backend/adapters/system/systemClock.ts';

describe('sped clock', () => {
  it('sixty times as fast: a minute of the world is an hour', () => {
    let world = 1_000;
    const clock = createSpedClock(5_000_000, 60, { now: () => world });
    expect(clock.now()).toBe(5_000_000);
    world += 60_000;
    expect(clock.now()).toBe(5_000_000 + 3_600_000);
  });
});

describe('random ids', () => {
  it('a thousand ids: all different, 20 letters after the prefix, fit for paths', () => {
    const ids = Array.from({ length: 1000 }, () => randomIds.next('ride'));
    expect(new Set(ids).size).toBe(1000);
    for (const id of ids) expect(id).toMatch(/^ride_[\w-]{20}$/);
  });
});

describe('argon hasher', () => {
  it('a secret: found by its hash only, twice hashed differently, by argon2id', async () => {
    const [one, two] = await Promise.all([argonHasher.hash('secret'), argonHasher.hash('secret')]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(two);
    expect(await argonHasher.verify(one, 'secret')).toBe(true);
    expect(await argonHasher.verify(one, 'Secret')).toBe(false);
  });

  it('a text that is no hash: belongs to nobody', async () => {
    expect(await argonHasher.verify('nonsense', 'secret')).toBe(false);
  });
});

describe('log', () => {
  it('fields with secrets in them: blotted out', () => {
    const lines: string[] = [];
    const log = createPinoLog('info', { write: (line: string) => void lines.push(line) });
    log.info({ secret: 'a1', account: { secret: 'a2', phone: '0242-00-0001' }, ride: 'r1' }, 'hello');
    expect(lines.join()).not.toMatch(/a1|a2|0242/);
    expect(JSON.parse(lines[0]!)).toMatchObject({ msg: 'hello', ride: 'r1' });
  });

  it('a fault of the database: its kind and stack, and no row of a person that comes with it', () => {
    const lines: string[] = [];
    const log = createPinoLog('info', { write: (line: string) => void lines.push(line) });
    const row = { detail: 'Failing row contains (物江, 0242-00-0001).', parameters: ['物江'] };
    log.error({ err: Object.assign(new Error('not null'), { code: '23502', ...row }) }, 'request failed');
    expect(lines.join()).not.toMatch(/物江|0242/);
    const { err } = JSON.parse(lines[0]!);
    expect(err).toMatchObject({ type: 'Error', message: 'not null', code: '23502' });
    expect(err.stack).toContain('not null');
  });
});
