import { type FormEvent, type ReactNode, useRef, useState } from 'react';
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
import { seriesFieldOf } from './seriesFieldOf.ts';

const texts = {
  new: { ja: '新しい定期予約', en: 'New standing order' },
  change: { ja: '定期予約を変える', en: 'Change the standing order' },
  keep: { ja: 'この内容で決める', en: 'Keep' },
  close: { ja: '閉じる', en: 'Close' },
  home: { ja: '自宅', en: 'Home' },
  unkept: {
    ja: 'まだ決めていない変更があります。この端末に残っています。',
    en: 'There are changes that are not kept yet. They stay on this device.',
  },
  discard: { ja: '変更を捨てる', en: 'Drop the changes' },
  stale: {
    ja: 'ほかの係が先にこの定期予約を変えました。入力した内容は残っています。',
    en: 'Another desk changed this standing order first. What you typed is kept.',
  },
  overwrite: { ja: 'この入力を活かして続ける', en: 'Go on with what is typed' },
  takeTheirs: { ja: '新しい内容に入れ替える', en: 'Take the new state' },
  made: {
    ja: (booked: number, refused: number) =>
      `決めました。${booked > 0 ? `${booked}件を予約しました。` : '乗車は、予約できる日が近づくと入ります。'}${refused > 0 ? `${refused}件は取れず、折り返し電話に出ています。` : ''}`,
    en: (booked: number, refused: number) =>
      `Kept. ${booked > 0 ? `${booked} rides booked.` : 'Rides are made as their dates come near.'}${refused > 0 ? ` ${refused} could not be booked; see the calls to make.` : ''}`,
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
  const { api } = useScreen();
  const [isTried, setTried] = useState(false);
  const { fault: met, isUnsent, isSending: isBusy, send } = useSending(draft);
  // What another desk changed is said with what can be done about it.
  const fault = met?.code === 'staleVersion' ? null : met;
  const [made, setMade] = useState<StandingOrderAnswer['made'] | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const leadToWrong = useLeadToWrong(form);
  const wish = wishOf(draft, t.home);
  const isStale = latest !== null && latest.revision > draft.revision && !isBusy;

  async function ask(
    work: (key: string) => Promise<StandingOrderAnswer>,
    onDone: (order: StandingOrderView) => void,
  ): Promise<void> {
    await send(async (key) => {
      try {
        const answer = await work(key);
        setMade(answer.made);
        onDone(answer.order);
      } catch (cause) {
        if (asFault(cause).code === 'staleVersion') await props.onStale();
        throw cause;
      }
    });
  }

  async function keep(): Promise<void> {
    setTried(true);
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

  return (
    <>
      <form ref={form} className="seriesForm" onSubmit={submit} noValidate>
        <h2>{draft.orderId === null ? t.new : t.change}</h2>
        <SeriesFields
          draft={draft}
          usualNeeds={person.needs}
          isTried={isTried}
          onChange={(part) => {
            setMade(null);
            onChange(part);
          }}
          problems={isTried ? checkSeries(draft) : {}}
          fault={fault}
        />
        <div className="seriesActions">
          {isUnsent ? <UnsentNotice /> : seriesFieldOf(fault) ? null : <FaultNotice fault={fault} />}
          {isStale ? (
            <div className="seriesStale" role="alert">
              <p>▲ {t.stale}</p>
              <WorkButton
                look="main"
                onPress={() => onChange({ revision: latest.revision, exceptions: latest.exceptions })}
              >
                {t.overwrite}
              </WorkButton>
              <WorkButton onPress={props.onDiscard}>{t.takeTheirs}</WorkButton>
            </div>
          ) : null}
          <p className={made ? 'seriesMade' : 'seriesUnkept'} role="status">
            {made ? `● ${t.made(made.booked, made.refused)}` : props.isChanged ? t.unkept : ''}
          </p>
          <WorkButton look="main" type="submit" shortcut="⏎" isBusy={isBusy} isDisabled={isStale}>
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
      <SeriesDatesList
        personId={person.id}
        orderId={draft.orderId}
        wish={wish}
        exceptions={draft.exceptions}
        from={[draft.startDay, draft.orderId === null ? props.firstDay : props.today].sort().at(-1)!}
        firstDay={props.firstDay}
        onExcept={except}
      />
    </>
  );
}
