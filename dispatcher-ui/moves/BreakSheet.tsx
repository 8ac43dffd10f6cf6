import type { ReactNode } from 'react';
import type { ApiFault } from '../../screen-kit/transport/apiFault.ts';
import { useWords } from '../../screen-kit/words/words.ts';
import type { PossibleMove } from '../store/moveChoice.ts';
import { MoveSheet } from './MoveSheet.tsx';
import { useBrokenTexts } from './useBrokenTexts.ts';

const texts = {
  title: {
    ja: (count: number) => `お約束が${count}件、守れなくなります`,
    en: (count: number) => (count === 1 ? 'One promise would break' : `${count} promises would break`),
  },
  what: {
    ja: (vehicle: string) =>
      `${vehicle} に移すと、次のお客様に新しい時刻をお伝えすることになります。「折り返し電話」の一覧に入り、メールなどの方にはお知らせが出ます。`,
    en: (vehicle: string) =>
      `With ${vehicle}, these riders are told new times: they come onto the list of calls to make, and whoever wishes so gets a message.`,
  },
  undo: {
    ja: 'あとで元の車に戻すと、お約束も元に戻します。お伝えした方には、もう一度お電話します。',
    en: 'Moving it back later gives the promises back, too; whoever was told by then is rung again.',
  },
  back: { ja: '選び直す', en: 'Choose again' },
  move: { ja: 'お電話することにして移す', en: 'Move it, and ring them' },
};

export interface BreakSheetProps {
  readonly move: PossibleMove;
  readonly fault: ApiFault | null;
  readonly onBack: () => void;
  /** Looks at the vehicles anew, after a refusal. */
  readonly onLook: () => void;
  readonly onMove: () => Promise<void>;
  readonly onClose: () => void;
}

/** Asks once more where promises break, with everybody who has to be rung. */
export function BreakSheet({ move, fault, onBack, onLook, onMove, onClose }: BreakSheetProps): ReactNode {
  const t = useWords(texts);
  const brokenTexts = useBrokenTexts();
  const { broken } = move.effect;
  return (
    <MoveSheet
      title={t.title(broken.length)}
      safe={{ text: t.back, onPress: onBack }}
      deed={{ text: t.move, look: 'danger', onPress: onMove }}
      fault={fault}
      onLook={onLook}
      onClose={onClose}
    >
      <p>{t.what(move.shift.vehicleName)}</p>
      <ul className="moveLate">
        {brokenTexts(broken).map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <p>{t.undo}</p>
    </MoveSheet>
  );
}
