import type { ReactNode } from 'react';
import { ScreenRoot } from '../../screen-kit/session/ScreenRoot.tsx';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import type { Api } from '../../screen-kit/transport/api.ts';
import { useWords } from '../../screen-kit/words/words.ts';
import { ClinicPage } from '../clinic/ClinicPage.tsx';
import { RiderPage } from './RiderPage.tsx';
import { texts } from './words.ts';

/** Riders see their own rides; a clinic's reception sees its patients'. */
export function RiderApp({ api }: { api: Api }): ReactNode {
  const t = useWords(texts);
  return (
    <ScreenRoot api={api} title={t.title} roles={['rider', 'clinic']}>
      <PageOfRole />
    </ScreenRoot>
  );
}

function PageOfRole(): ReactNode {
  const { session } = useScreen();
  return session.role === 'clinic' ? <ClinicPage /> : <RiderPage key={session.accountId} />;
}
