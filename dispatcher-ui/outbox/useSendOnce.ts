import { useCallback, useState } from 'react';
import { asFault } from '../../screen-kit/transport/apiFault.ts';
import { newKey } from '../../screen-kit/transport/newKey.ts';
import { createKeyRing } from '../store/keyRing.ts';
import { isLost } from './isLost.ts';

/** @param act what is done, so that doing the same again after a lost answer is known to be the same */
export type SendOnce = <Answer>(act: string, send: (key: string) => Promise<Answer>) => Promise<Answer>;

/** Sends an act under one idempotency key until there is an answer that counts; the next try has another. */
export function useSendOnce(): SendOnce {
  const [keys] = useState(() => createKeyRing(newKey));
  return useCallback(
    async (act, send) => {
      try {
        const answer = await send(keys.keyFor(act));
        keys.settle(act);
        return answer;
      } catch (cause) {
        if (!isLost(asFault(cause))) keys.settle(act);
        throw cause;
      }
    },
    [keys],
  );
}
