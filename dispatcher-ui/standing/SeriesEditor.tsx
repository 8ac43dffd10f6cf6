import { type FormEvent, type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import type { PersonView, StandingOrderAnswer, StandingOrderView } from '../../backend/contract/index.ts';
import { FaultNotice } from '../../screen-kit/parts/notices.tsx';
import { useLeadToWrong } from '../../screen-kit/parts/useLeadToWrong.ts';
import { WorkButton } from '../../screen-kit/parts/WorkButton.tsx';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { asFault } from '../../screen-kit/transport/apiFault.ts';
import { useWords } from '../../screen-kit/words/words.ts';
import { UnsentNotice } from '../outbox/UnsentNotice.tsx';
import { useSending } from '../outbox/useSending.ts';
import { type ExceptionChange, withChange } from '../store/dayExceptions.ts';
import { checkSeries, type SeriesDraft, wishOf } from '../store/seriesDraft.ts';
import { SeriesDatesList } from './SeriesDatesList.tsx';
import { SeriesFields } from './SeriesFields.tsx';
import { StaleSeries } from './StaleSeries.tsx';
import { seriesFieldOf } from './seriesFieldOf.ts';
import { useMadeText } from './useMadeText.ts';

const texts = {
  new: { ja: '新しい定期予約', en: 'New standing order' },
  change: { ja: '定期予約を変える', en: 'Change the standing order' },
  keep: { ja: 'この内容で決める', en: 'Save' },
  kept: { ja: '決めました。', en: 'Kept.' },
  close: { ja: '閉じる', en: 'Close' },
  unkept: {
    ja: 'まだ決めていない変更があります。この端末に残っています。',
    en: 'There are changes that are not kept yet. They stay on this device.',
  },
  discard: { ja: '変更を捨てる', en: 'Drop the changes' },
  joined: {
    ja: '両方を合わせました。確かめて、決めてください。',
    en: 'Both changes are joined. Check them, then keep.',
  },
};

interface SeriesEditorProps {
  readonly person: PersonView;
  readonly draft: SeriesDraft;
  /** Is anything typed that is not kept? */
  readonly isChanged: boolean;
  /** The kept order as it was read last; null: a new one. */
  readonly latest: StandingOrderView | null;
  readonly onChange: (part: Partial<SeriesDraft>) => void;
  readonly onDiscard: () => void;
  readonly onClose: () => void;
  /** The whole series is kept as typed. */
  readonly onKept: (order: StandingOrderView, sent: SeriesDraft) => void;
  /** One date was changed; what else is typed stays. */
  readonly onExcepted: (order: StandingOrderView) => void;
  /** Somebody else was first: the orders have to be read again. */
  readonly onStale: () => Promise<void>;
  readonly today: string;
  /** The first day whose rides are made. */
  readonly firstDay: string;
}

/** A series with its next dates beside it; exceptions of single dates stay when the series is changed. */
export function SeriesEditor(props: SeriesEditorProps): ReactNode {
  const { draft, person, latest, onChange } = props;
  const t = useWords(texts);
  const madeText = useMadeText();
  const { api } = useScreen();
  const [isTried, setTried] = useState(false);
  const { fault: met, isUnsent, isSending: isBusy, send } = useSending(draft);
  // What another desk changed is said with what can be done about it.
  const fault = met?.code === 'staleVersion' ? null : met;
  const [made, setMade] = useState<StandingOrderAnswer | null>(null);
  const [isJoined, setJoined] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const leadToWrong = useLeadToWrong(form);
  const wish = wishOf(draft);
  const isStale = latest !== null && latest.revision > draft.revision && !isBusy;

  useLayoutEffect(() => {
    if (isJoined) form.current?.querySelector<HTMLElement>('button[type="submit"]')?.focus();
  }, [isJoined]);

  async function ask(
    work: (key: string) => Promise<StandingOrderAnswer>,
    onDone: (order: StandingOrderView) => void,
  ): Promise<void> {
    await send(async (key) => {
      try {
        const answer = await work(key);
        setMade(answer);
        onDone(answer.order);
      } catch (cause) {
        if (asFault(cause).code === 'staleVersion') await props.onStale();
        throw cause;
      }
    });
  }

  async function keep(): Promise<void> {
    setTried(true);
    setJoined(false);
    if (!wish) {
      leadToWrong();
      return;
    }
    const { orderId, revision, exceptions } = draft;
    await ask(
      (key) =>
        orderId === null
          ? api.createStandingOrder({ personId: person.id, wish, exceptions: [...exceptions] }, key)
          : api.changeStandingOrder(orderId, { revision, wish }, key),
      (order) => props.onKept(order, draft),
    );
  }

  /** Of a kept order at once, of a new one with the rest. */
  async function except(exception: ExceptionChange): Promise<void> {
    const { orderId, revision, exceptions } = draft;
    if (orderId === null) onChange({ exceptions: withChange(exceptions, exception) });
    else {
      await ask((key) => api.changeStandingOrder(orderId, { revision, exception }, key), props.onExcepted);
    }
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    void keep();
  }

  const status = made ? `● ${madeText(t.kept, made)}` : isJoined ? t.joined : props.isChanged ? t.unkept : '';
  const title = <h2>{draft.orderId === null ? t.new : t.change}</h2>;
  const sheet = isStale ? (
    <div className="seriesForm">
      {title}
      <StaleSeries
        mine={draft}
        order={latest}
        onJoin={(joined) => {
          onChange(joined);
          setJoined(true);
        }}
        onDrop={props.onDiscard}
      />
    </div>
  ) : (
    <form ref={form} className="seriesForm" onSubmit={submit} noValidate>
      {title}
      <SeriesFields
        draft={draft}
        usualNeeds={person.needs}
        isTried={isTried}
        onChange={(part) => {
          setMade(null);
          setJoined(false);
          onChange(part);
        }}
        problems={isTried ? checkSeries(draft) : {}}
        fault={fault}
      />
      <div className="seriesActions">
        {isUnsent ? <UnsentNotice /> : seriesFieldOf(fault) ? null : <FaultNotice fault={fault} />}
        <p className={made ? 'seriesMade' : 'seriesUnkept'} role="status">
          {status}
        </p>
        <WorkButton look="main" type="submit" shortcut="⏎" isBusy={isBusy}>
          {t.keep}
        </WorkButton>
        {props.isChanged ? (
          <WorkButton look="quiet" onPress={props.onDiscard}>
            {t.discard}
          </WorkButton>
        ) : null}
        <WorkButton look="quiet" onPress={props.onClose}>
          {t.close}
        </WorkButton>
      </div>
    </form>
  );

  return (
    <>
      {sheet}
      <SeriesDatesList
        personId={person.id}
        orderId={draft.orderId}
        wish={wish}
        isEnded={latest?.state === 'ended'}
        exceptions={draft.exceptions}
        from={[draft.startDay, draft.orderId === null ? props.firstDay : props.today].sort().at(-1)!}
        firstDay={props.firstDay}
        onExcept={except}
      />
    </>
  );
}
