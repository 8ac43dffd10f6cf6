import { describe, expect, it } from 'vitest';
import { createProgress } from '../../../seeds/import/progress.ts';

function record(isTTY: boolean) {
  let text = '';
  let clock = 0;
  const progress = createProgress({ isTTY, write: (part) => (text += part) }, () => clock);
  return { progress, pass: (ms: number) => (clock += ms), written: () => text };
}

describe('progress', () => {
  it('no terminal: one plain line for a finished step', () => {
    const { progress, pass, written } = record(false);
    progress.begin('roads', 100);
    pass(1_500);
    progress.reach(50);
    pass(1_500);
    progress.finish('100 rows');
    expect(written()).toBe('roads: 100 rows (3.0 s)\n');
  });

  it('a terminal: a bar that grows, replaced by the line', () => {
    const { progress, pass, written } = record(true);
    progress.begin('roads', 100);
    pass(100);
    progress.reach(50);
    // Too soon to draw again.
    pass(10);
    progress.reach(51);
    progress.finish('100 rows');
    const half = `${'█'.repeat(12)}${'░'.repeat(12)}  50 % roads`;
    expect(written()).toBe(
      `\r\u001b[K${'░'.repeat(24)}   0 % roads\r\u001b[K${half}\r\u001b[Kroads: 100 rows (0.1 s)\n`,
    );
  });
});
