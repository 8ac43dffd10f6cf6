import { type ReactNode, useState } from 'react';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { useWords } from '../../screen-kit/words/words.ts';
import { PartSwitch } from '../frame/PartSwitch.tsx';
import { ImportPart } from './ImportPart.tsx';
import { MergePart } from './MergePart.tsx';
import { RegisterPart } from './RegisterPart.tsx';
import './riders.css';
import './imports.css';

const texts = {
  parts: { ja: '台帳のこと', en: 'About riders' },
  register: { ja: '探す・登録', en: 'Find and register' },
  duplicates: { ja: '重複', en: 'Duplicates' },
  imports: { ja: '取り込み', en: 'Import' },
};

const PARTS = ['register', 'duplicates', 'imports'] as const;
type Part = (typeof PARTS)[number];

/** The register of riders: entering and changing them, two entries of one person, lists from files. */
export default function RidersRoom(): ReactNode {
  const t = useWords(texts);
  const { session } = useScreen();
  const [part, setPart] = useState<Part>('register');
  const mayImport = session.role === 'dispatcher' || session.role === 'administrator';
  return (
    <div className="ridersRoom">
      <PartSwitch
        label={t.parts}
        parts={PARTS.filter((each) => each !== 'imports' || mayImport)}
        shown={part}
        textOf={(each) => t[each]}
        onShow={setPart}
      />
      {part === 'register' ? <RegisterPart /> : null}
      {part === 'duplicates' ? <MergePart /> : null}
      {part === 'imports' ? <ImportPart /> : null}
    </div>
  );
}
