import { describe, it } from 'vitest';
import type { StoreBench } from './storeSuite.ts';

export function scopesSuite(_bench: StoreBench): void {
  describe('scopes', () => {
    it('placeholder', () => {});
  });
}
