import type { ReactNode } from 'react';
import type { RideView } from '../../backend/contract/index.ts';
import { FaultNotice } from '../../screen-kit/parts/notices.tsx';
import { WorkButton } from '../../screen-kit/parts/WorkButton.tsx';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';
import { doneAtText, handTexts } from '../rides/doneTexts.ts';
import type { MoveActs } from './useMoveActs.ts';

const texts = {
  kept: {
    ja: (who: string, when: string) =>
      `手で決めた車です（${who} ${when}）。お約束が守れるあいだ、自動では移りません。`,
    en: (who: string, when: string) =>
      `Vehicle chosen by hand (${who}, ${when}). It stays there as far as promises allow.`,
  },
  from: { ja: (vehicle: string) => `前の車は ${vehicle}。`, en: (vehicle: string) => `Before: ${vehicle}.` },
  other: { ja: '前とは別の会社の車です。', en: 'It is of another company than before.' },
  back: { ja: '前の車に戻す', en: 'Move it back' },
  backToNobody: { ja: '決める前に戻す', en: 'Take it off again' },
  letGo: { ja: '自動に任せる', en: 'Leave it to the plan' },
};

/** Says that the vehicle was chosen by hand, and by whom; takes it back or leaves it to the plan. */
export function KeptNote({ ride, acts }: { ride: RideView; acts: MoveActs }): ReactNode {
  const t = useWords(texts);
  const hands = useWords(handTexts);
  const language = useLanguage();
  const { keptByHand } = ride;
  if (!keptByHand) return <FaultNotice fault={acts.fault} />;
  const { at, by, fromVehicleName, changedProvider } = keptByHand;
  const who = [hands[by.kind], by.name].filter(Boolean).join(' ');
  return (
    <div className="keptNote">
      <p>
        {t.kept(who, doneAtText(at, language))} {fromVehicleName ? t.from(fromVehicleName) : ''}
        {changedProvider ? t.other : ''}
      </p>
      <div className="rideActs">
        {acts.back ? (
          <WorkButton onPress={acts.back} shortcut="U">
            {fromVehicleName === null ? t.backToNobody : t.back}
          </WorkButton>
        ) : null}
        {acts.letGo ? (
          <WorkButton look="quiet" onPress={acts.letGo}>
            {t.letGo}
          </WorkButton>
        ) : null}
      </div>
      <FaultNotice fault={acts.fault} />
    </div>
  );
}
