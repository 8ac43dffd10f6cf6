import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { momentOf } from '../../../backend/domain/units/time.ts';
import { createTrialClock, trialStart } from '../../../backend/main/trialClock.ts';
import { withTemporaryFolder } from '../../support/temporaryFolder.ts';

const DAY = '2026-11-24';
const at = (hour: number) => momentOf(DAY, hour * 3600);

describe('trialStart', () => {
  it('by day: now', () => {
    expect(trialStart(at(10), null, undefined)).toBe(at(10));
  });

  it('in the evening or at night: eight in the morning of the same day', () => {
    expect(trialStart(at(22), null, undefined)).toBe(at(8));
    expect(trialStart(at(3), null, undefined)).toBe(at(8));
  });

  it('a time wished for: that time', () => {
    expect(trialStart(at(22), 9.5 * 3600, undefined)).toBe(at(9.5));
  });

  it('an earlier run went further: on from there, for the log must not run backwards', () => {
    expect(trialStart(at(10), 9 * 3600, at(30))).toBe(at(30));
    expect(trialStart(at(10), null, at(9))).toBe(at(10));
  });
});

describe('trial clock', () => {
  it('stopped and started again: not before the moment it was stopped at', async () => {
    await withTemporaryFolder(async (folder) => {
      const file = join(folder, 'clock', 'aizu.json');
      const first = createTrialClock(file, 600, null);
      const before = first.now();
      first.stop();
      const second = createTrialClock(file, 1, 0);
      expect(second.now()).toBeGreaterThanOrEqual(before);
      second.stop();
    });
  });

  it('a broken note of the time: as if there were none', async () => {
    await withTemporaryFolder(async (folder) => {
      const file = join(folder, 'aizu.json');
      writeFileSync(file, '{"moment": "yesterday"');
      const clock = createTrialClock(file, 1, 8 * 3600);
      expect(clock.now()).toBeGreaterThan(0);
      clock.stop();
    });
  });
});
