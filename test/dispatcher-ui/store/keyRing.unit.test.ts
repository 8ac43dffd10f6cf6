import { expect, it } from 'vitest';
import { createKeyRing } from '../../../dispatcher-ui/store/keyRing.ts';

function ringOfNumbers() {
  let made = 0;
  return createKeyRing(() => {
    made += 1;
    return `key-${made}`;
  });
}

it('sent again before an answer came: the same key, so that it is done once', () => {
  const ring = ringOfNumbers();
  expect([ring.keyFor('accept A'), ring.keyFor('accept A')]).toEqual(['key-1', 'key-1']);
});

it('another purpose, or the same after its answer: a new key', () => {
  const ring = ringOfNumbers();
  const first = ring.keyFor('accept A');
  const other = ring.keyFor('accept B');
  ring.settle('accept A');
  expect([first, other, ring.keyFor('accept A'), ring.keyFor('accept B')]).toEqual([
    'key-1',
    'key-2',
    'key-3',
    'key-2',
  ]);
});
