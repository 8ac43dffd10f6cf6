import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { coalesce } from '../../../../backend/adapters/sockets/coalesce.ts';

describe('coalesce', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('pulled once: rings at once', () => {
    const ring = vi.fn();
    coalesce(ring, 100).pull();
    expect(ring).toHaveBeenCalledTimes(1);
  });

  it('pulled a hundred times in 100 ms: rings at the start and once after', () => {
    const ring = vi.fn();
    const bell = coalesce(ring, 100);
    for (let i = 0; i < 100; i++) {
      bell.pull();
      vi.advanceTimersByTime(1);
    }
    vi.advanceTimersByTime(1000);
    expect(ring).toHaveBeenCalledTimes(2);
  });

  it('pulled again after a rest: rings again at once', () => {
    const ring = vi.fn();
    const bell = coalesce(ring, 100);
    bell.pull();
    vi.advanceTimersByTime(100);
    bell.pull();
    expect(ring).toHaveBeenCalledTimes(2);
  });

  it('stopped: the ring still owed is not given', () => {
    const ring = vi.fn();
    const bell = coalesce(ring, 100);
    bell.pull();
    bell.pull();
    bell.stop();
    vi.advanceTimersByTime(1000);
    expect(ring).toHaveBeenCalledTimes(1);
  });
});
