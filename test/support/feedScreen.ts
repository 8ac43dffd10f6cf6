import type { Socket } from 'socket.io-client';
import {
  type Audience,
  FEED_READ,
  FEED_RING,
  type FeedAnswer,
  feedAnswerSchema,
} from '../../backend/contract/index.ts';
import type { DayState } from '../../screen-kit/store/dayState.ts';
import { createFeedReader } from '../../screen-kit/store/feedReader.ts';

/** A screen that follows the day over a socket, with the screens' own reader. */
export interface FeedScreen {
  readonly state: () => DayState;
  /** Resolves with the day as soon as it is so. */
  until(isSo: (state: DayState) => boolean): Promise<DayState>;
  stop(): void;
}

export function openFeedScreen(socket: Socket, audience: Audience, day: string): FeedScreen {
  const reader = createFeedReader(
    {
      read: async (question) => {
        const answer: FeedAnswer = await socket.timeout(5000).emitWithAck(FEED_READ, question);
        return feedAnswerSchema.parse(answer);
      },
      onRing(listener) {
        socket.on(FEED_RING, listener);
        return () => socket.off(FEED_RING, listener);
      },
      onLine(listener) {
        const up = () => listener(true);
        const down = () => listener(false);
        socket.on('connect', up).on('disconnect', down);
        if (socket.connected) up();
        return () => socket.off('connect', up).off('disconnect', down);
      },
      setTimer: (work, milliseconds) => setTimeout(work, milliseconds),
      clearTimer: (timer) => clearTimeout(timer as NodeJS.Timeout),
    },
    // Only the bell tells: a poll would hide that it does not ring.
    { audience, day, safetyPollMs: 600_000, gapMs: 5 },
  );
  return {
    state: reader.state,
    until: (isSo) =>
      new Promise((resolve) => {
        const look = () => {
          if (!isSo(reader.state())) return;
          stop();
          resolve(reader.state());
        };
        const stop = reader.subscribe(look);
        look();
      }),
    stop: reader.stop,
  };
}
