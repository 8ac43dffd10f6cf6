import type { ReactNode } from 'react';
import { Dialog } from '../../screen-kit/parts/Dialog.tsx';
import { WorkButton } from '../../screen-kit/parts/WorkButton.tsx';
import { useWords } from '../../screen-kit/words/words.ts';

const texts = {
  title: { ja: 'キーの使い方', en: 'Keys' },
  close: { ja: '閉じる', en: 'Close' },
  F2: { ja: '新しい予約(お客様を探す欄へ)', en: 'New booking (to the rider field)' },
  enterField: {
    ja: '候補を選んで次の欄へ。時刻の欄では、ご案内の時刻を探す',
    en: 'Take the match and go on; in the time field: find times',
  },
  enterOffer: { ja: '最初のご案内の時刻で予約する', en: 'Book the first offer' },
  letters: { ja: 'A・B・C のご案内の時刻で予約する', en: 'Book offer A, B or C' },
  escape: {
    ja: '候補や確認を閉じる。ご案内から入力に戻る',
    en: 'Close a list or dialog; from offers back to the form',
  },
  F4: { ja: '乗車を探す', en: 'Find a ride' },
  arrows: { ja: '一覧や便の予定を動く', en: 'Move in lists and on the board' },
  F7: { ja: '道路と通行止め', en: 'Roads and closures' },
  F8: { ja: '地図を開く・閉じる', en: 'Open or close the map' },
  F9: { ja: '受付と配車を切り替える', en: 'Switch between phone desk and board' },
  F1: { ja: 'この画面(? でも)', en: 'This sheet (also ?)' },
};

const KEYS = [
  ['F2', 'F2'],
  ['Enter', 'enterField'],
  ['Enter', 'enterOffer'],
  ['A B C', 'letters'],
  ['Esc', 'escape'],
  ['F4', 'F4'],
  ['↑ ↓ ← →', 'arrows'],
  ['F7', 'F7'],
  ['F8', 'F8'],
  ['F9', 'F9'],
  ['F1', 'F1'],
] as const;

/** Every key and what it does. */
export function HelpSheet({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }): ReactNode {
  const t = useWords(texts);
  return (
    <Dialog
      title={t.title}
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <WorkButton look="main" onPress={onClose}>
          {t.close}
        </WorkButton>
      }
    >
      <dl className="helpKeys">
        {KEYS.map(([key, text]) => (
          <div key={text}>
            <dt>
              <span className="key">{key}</span>
            </dt>
            <dd>{t[text]}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
