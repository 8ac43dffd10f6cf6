import { describe, expect, it } from 'vitest';
import { checkBrackets } from './checkBrackets.ts';
import { readSources } from './sourceFiles.ts';

describe('brackets in Japanese texts', () => {
  it('the project as it stands: as wide as the letters beside them', () => {
    const files = readSources(/^(backend|dispatcher-ui|driver-web|rider-web|screen-kit)\/.*\.tsx?$/);
    expect(files.length).toBeGreaterThan(400);
    expect(files.flatMap(checkBrackets)).toEqual([]);
  });

  it.each([
    ["const t = { when: { ja: '時刻(なければ0時)', en: 'Time (empty: midnight)' } };", 1],
    [`const t = { who: { ja: (names: string) => \`ほかの係(\${names})も\`, en: () => '' } };`, 2],
    ["const t = { when: { ja: '時刻（なければ0時）', en: 'Time (empty: midnight)' } };", 0],
    ["const t = { last: { ja: 'これで[最後|さいご]', en: 'Last question' } };", 0],
    [`const t = { who: { ja: (list: string[]) => \`\${list.join(' ')}様\`, en: () => '' } };`, 0],
  ])('%s: %i found', (text, count) => {
    expect(checkBrackets({ path: 'x.ts', text })).toHaveLength(count);
  });
});
