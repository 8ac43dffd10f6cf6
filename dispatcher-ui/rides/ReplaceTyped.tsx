import type { ReactNode } from 'react';
import { Dialog } from '../../screen-kit/parts/Dialog.tsx';
import { WorkButton } from '../../screen-kit/parts/WorkButton.tsx';
import { useWords } from '../../screen-kit/words/words.ts';
import type { RideActs } from './useRideActs.ts';

const texts = {
  title: { ja: '受付中の入力があります', en: 'There is an open call' },
  explain: {
    ja: (name: string) => `${name} 様の予約を変えると、受付に入れてある別の方の内容は消えます。`,
    en: (name: string) => `Changing the ride of ${name} replaces what is typed for somebody else.`,
  },
  keep: { ja: '受付を続ける', en: 'Go on with the call' },
  replace: { ja: '消して、予約を変える', en: 'Replace it' },
};

/** Asks before a ride that is to be changed takes the place of what is typed for somebody else. */
export function ReplaceTyped({ acts }: { acts: RideActs }): ReactNode {
  const t = useWords(texts);
  if (!acts.asked) return null;
  return (
    <Dialog
      title={t.title}
      isOpen
      onClose={acts.leave}
      actions={
        <>
          <WorkButton onPress={acts.leave}>{t.keep}</WorkButton>
          <WorkButton look="main" onPress={acts.agree}>
            {t.replace}
          </WorkButton>
        </>
      }
    >
      <p>{t.explain(acts.asked.ride.riderName)}</p>
    </Dialog>
  );
}
