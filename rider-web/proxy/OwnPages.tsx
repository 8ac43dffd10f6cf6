import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import type { ActedFor, ActingForAnswer } from '../../backend/contract/index.ts';
import { FaultNotice } from '../../screen-kit/parts/notices.tsx';
import { ScreenContext, useScreen } from '../../screen-kit/session/screenContext.ts';
import { ApiFault, asFault } from '../../screen-kit/transport/apiFault.ts';
import { useWords } from '../../screen-kit/words/words.ts';
import { keepInTab, readInTab } from '../device/keptInTab.ts';
import { goTo, useAddress } from '../device/useAddress.ts';
import { Frame } from '../page/Frame.tsx';
import { RiderPage } from '../page/RiderPage.tsx';
import { useRegion } from '../page/useRegion.ts';
import { endsActing, reviveActed } from '../store/actedFor.ts';
import { ActingContext } from './actingContext.ts';
import { ForWhomPage } from './ForWhomPage.tsx';
import { JoinPage } from './JoinPage.tsx';
import { proxyTexts } from './proxyWords.ts';

/** The page of a rider, or of somebody who acts for riders: first for whom, then as the rider would see it. */
export function OwnPages(): ReactNode {
  const t = useWords(proxyTexts);
  const screen = useScreen();
  const { api, session, onFault } = screen;
  const region = useRegion();
  const address = useAddress();
  const keptUnder = `ainori.acting:${session.accountId}`;
  const isRider = session.role === 'rider';
  const [known, setKnown] = useState<ActingForAnswer | null>(null);
  const [fault, setFault] = useState<ApiFault | null>(null);
  const [acted, setActed] = useState<ActedFor | null>(null);
  const [isChoosing, setChoosing] = useState(!isRider);
  const [note, setNote] = useState<string | null>(null);

  const choose = useCallback(
    (person: ActedFor | null) => {
      keepInTab(keptUnder, person && { personId: person.personId });
      setActed(person);
      setChoosing(false);
      setNote(null);
      goTo('', 'replace');
    },
    [keptUnder],
  );

  const read = useCallback(async () => {
    try {
      const answer = await api.actingFor(null);
      setKnown(answer);
      setFault(null);
      return answer;
    } catch (cause) {
      setFault(asFault(cause));
      onFault(cause);
      return null;
    }
  }, [api, onFault]);

  useEffect(() => {
    void read().then((answer) => {
      const kept = answer && reviveActed(readInTab(keptUnder), answer.people);
      if (!kept) return;
      setActed(kept);
      setChoosing(false);
    });
  }, [read, keptUnder]);

  const chooseAnother = useCallback(() => {
    setChoosing(true);
    goTo('', 'replace');
    void read();
  }, [read]);

  const onActingFault = useCallback(
    (cause: unknown) => {
      onFault(cause);
      if (!(cause instanceof ApiFault) || !endsActing(cause.code)) return;
      keepInTab(keptUnder, null);
      setActed(null);
      setKnown(null);
      setChoosing(true);
      setNote(t.ended);
      goTo('', 'replace');
      void read();
    },
    [onFault, keptUnder, read, t],
  );

  const forThem = useMemo(
    () => acted && { ...screen, api: api.actFor(acted.personId), onFault: onActingFault },
    [acted, screen, api, onActingFault],
  );
  const acting = useMemo(() => acted && { person: acted, chooseAnother }, [acted, chooseAnother]);

  if (address === 'join') {
    return (
      <Frame heading={t.heading} phone={region.phone}>
        <JoinPage api={api} isSignedIn onJoined={chooseAnother} onStop={() => goTo('', 'replace')} />
      </Frame>
    );
  }
  if (isChoosing) {
    return (
      <Frame heading={t.heading} phone={region.phone}>
        <FaultNotice fault={fault} onRetry={async () => void (await read())} />
        <ForWhomPage
          known={known}
          note={note}
          onMyself={isRider ? () => choose(null) : null}
          onChoose={choose}
        />
      </Frame>
    );
  }
  if (forThem && acting) {
    return (
      <ScreenContext.Provider value={forThem}>
        <ActingContext.Provider value={acting}>
          <RiderPage key={`${session.accountId} ${acting.person.personId}`} onOthers={null} />
        </ActingContext.Provider>
      </ScreenContext.Provider>
    );
  }
  const hasOthers = known !== null && (known.people.length > 0 || known.isWider);
  return <RiderPage key={session.accountId} onOthers={hasOthers ? chooseAnother : null} />;
}
