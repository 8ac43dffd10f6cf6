import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const DESK = fileURLToPath(new URL('../../dispatcher-ui', import.meta.url));

/** `[file, key]` of every function key that a part of the desk listens for. */
function listShortcuts(): (readonly [string, string])[] {
  const files = readdirSync(DESK, { recursive: true }).map(String);
  const parts = files.filter((file) => file.endsWith('.tsx'));
  return parts.flatMap((file) => {
    const source = readFileSync(`${DESK}/${file}`, 'utf8');
    return [...source.matchAll(/useShortcuts\(\[(.*?)\n? *\]\);/gs)].flatMap(([, list]) =>
      [...list!.matchAll(/\[\s*'((?:Shift\+)?F\d+)'/g)].map(([, key]) => [file, key!] as const),
    );
  });
}

describe('function keys of the desk', () => {
  it('each has one meaning', () => {
    const shortcuts = listShortcuts();
    expect(shortcuts.length).toBeGreaterThan(12);
    const keys = shortcuts.map(([, key]) => key);
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
  });

  it('each stands on the help sheet', () => {
    const sheet = readFileSync(`${DESK}/frame/HelpSheet.tsx`, 'utf8');
    const shown = new Set(
      [...sheet.matchAll(/\['(⇧ ?)?(F\d+)', '/g)].map(([, shift, key]) => (shift ? `Shift+${key}` : key)),
    );
    expect(listShortcuts().filter(([, key]) => !shown.has(key))).toEqual([]);
  });
});
