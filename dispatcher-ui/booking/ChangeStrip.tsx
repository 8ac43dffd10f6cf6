import type { ReactNode } from 'react';
import type { RideView } from '../../backend/contract/index.ts';
import { WorkButton } from '../../screen-kit/parts/WorkButton.tsx';
import { useWords } from '../../screen-kit/words/words.ts';
import { useShortcuts } from '../frame/useShortcuts.ts';
import { RideLine } from './RideLine.tsx';

const texts = {
  changing: { ja: '予約を変えています', en: 'Changing a ride' },
  stands: {
    ja: '新しい時刻に「はい」とお返事があるまで、この予約はそのままです。',
    en: 'It stands as it is until the caller says yes to a new time.',
  },
  stop: { ja: '変えずにやめる', en: 'Leave it as it is' },
};

/** Above the form while a ride is changed: which one, and that it stands until then. */
export function ChangeStrip({ ride, onStop }: { ride: RideView; onStop: () => void }): ReactNode {
  const t = useWords(texts);
  useShortcuts([['Shift+F10', onStop]]);
  return (
    <div className="changeStrip" role="status">
      <p>
        <strong>{t.changing}</strong> <RideLine ride={ride} />
      </p>
      <p className="changeStripHint">{t.stands}</p>
      <WorkButton look="quiet" shortcut="⇧F10" onPress={onStop}>
        {t.stop}
      </WorkButton>
    </div>
  );
}
