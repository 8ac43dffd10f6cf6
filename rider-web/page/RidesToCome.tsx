import type { ReactNode } from 'react';
import { EmptyNote, LoadingNote } from '../../screen-kit/parts/notices.tsx';
import { useWords } from '../../screen-kit/words/words.ts';
import { Say } from './Say.tsx';
import { texts } from './words.ts';

/** In place of rides that have not been read yet: loading, or what to do when there is no answer. */
export function RidesToCome({ isOffline }: { isOffline: boolean }): ReactNode {
  const t = useWords(texts);
  if (!isOffline) return <LoadingNote />;
  return (
    <EmptyNote>
      <Say>{t.unreachable}</Say>
    </EmptyNote>
  );
}
