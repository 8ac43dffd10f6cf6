import { type ReactNode, useState } from 'react';
import type { ClosureView } from '../../backend/contract/index.ts';
import { Dialog } from '../../screen-kit/parts/Dialog.tsx';
import { EmptyNote, FaultNotice, LoadingNote } from '../../screen-kit/parts/notices.tsx';
import { WorkButton } from '../../screen-kit/parts/WorkButton.tsx';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { useAttempt } from '../../screen-kit/session/useAttempt.ts';
import type { ApiFault } from '../../screen-kit/transport/apiFault.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';

const texts = {
  none: {
    ja: 'いま通行止めはありません。地図で道を押すと、ここに入れられます。',
    en: 'No road is closed. Press a road on the map to close it.',
  },
  noneToSee: {
    ja: 'いま通行止めはありません。通行止めは配車係が入れます。',
    en: 'No road is closed. A dispatcher enters closures.',
  },
  now: { ja: '通行止め中', en: 'Closed now' },
  later: { ja: 'いまは通れます', en: 'Open now' },
  reason: { ja: (reason: string) => `理由 ${reason}`, en: (reason: string) => `Because: ${reason}` },
  moving: { ja: '便を直しています…', en: 'Moving the plans…' },
  moved: {
    ja: (moved: number, calls: number) => `${moved}件の乗車を直しました。折り返し電話 ${calls}件。`,
    en: (moved: number, calls: number) => `${moved} rides moved. ${calls} to call back.`,
  },
  stuck: {
    ja: (count: number) => `お客様を乗せたまま道がない便が ${count}本あります。すぐ無線で連絡してください。`,
    en: (count: number) => `${count} vehicles with people aboard have no road. Radio them now.`,
  },
  show: { ja: '地図で見る', en: 'Show' },
  reopen: { ja: '通れるようにする', en: 'Open the road' },
  ask: { ja: 'この道を通れるようにしますか', en: 'Open this road?' },
  consequence: {
    ja: 'いまから先の便は、この道を通る時刻で組み直されます。お約束の時刻は変わりません。',
    en: 'From now on plans may use this road again. Promised times stay.',
  },
  keep: { ja: '通行止めのまま', en: 'Keep it closed' },
  drop: { ja: '通行止めを取り消す', en: 'Cancel the closure' },
  askDrop: { ja: 'この通行止めを取り消しますか', en: 'Cancel this closure?' },
  consequenceDrop: {
    ja: '道は閉まりません。これからの便は、この道を通る時刻で組み直されます。お約束の時刻は変わりません。',
    en: 'The road will not close. Plans may use it again. Promised times stay.',
  },
  keepPlanned: { ja: '取り消さない', en: 'Keep the closure' },
};

export interface ClosureListProps {
  readonly closures: readonly ClosureView[] | null;
  readonly fault: ApiFault | null;
  readonly selectedId: string | null;
  readonly onSelect: (id: string | null) => void;
  readonly onChanged: () => Promise<void>;
  readonly canChange: boolean;
}

/** Closures that hold or are to come, with what was moved for each; a road is opened again here, or not closed at all. */
export function ClosureList(props: ClosureListProps): ReactNode {
  const t = useWords(texts);
  const [asked, setAsked] = useState<ClosureView | null>(null);
  const { closures, fault } = props;
  return (
    <>
      <FaultNotice fault={fault} onRetry={props.onChanged} />
      {closures === null && !fault ? <LoadingNote /> : null}
      {closures?.length === 0 ? <EmptyNote>{props.canChange ? t.none : t.noneToSee}</EmptyNote> : null}
      <ul className="closureList">
        {(closures ?? []).map((closure) => (
          <ClosureItem
            key={closure.id}
            closure={closure}
            isSelected={closure.id === props.selectedId}
            onSelect={() => props.onSelect(closure.id === props.selectedId ? null : closure.id)}
            onReopen={props.canChange ? () => setAsked(closure) : null}
          />
        ))}
      </ul>
      {asked ? (
        <ReopenDialog closure={asked} onClose={() => setAsked(null)} onChanged={props.onChanged} />
      ) : null}
    </>
  );
}

function ClosureItem(props: {
  closure: ClosureView;
  isSelected: boolean;
  onSelect: () => void;
  onReopen: (() => void) | null;
}): ReactNode {
  const t = useWords(texts);
  const language = useLanguage();
  const { closure } = props;
  const act = closure.holdsNow ? t.reopen : t.drop;
  return (
    <li className={`closureItem ${props.isSelected ? 'closureItem-selected' : ''}`}>
      <div className="closureHead">
        <strong>{closure.name}</strong>
        <span className={closure.holdsNow ? 'closureNow' : 'closureLater'}>
          <span aria-hidden="true">{closure.holdsNow ? '✕ ' : '○ '}</span>
          {closure.holdsNow ? t.now : t.later}
        </span>
      </div>
      <p>{closure.when[language]}</p>
      <p className="closureSide">{t.reason(closure.reason)}</p>
      {props.onReopen ? <ReplanNote replan={closure.replan} /> : null}
      <div className="roadActions">
        <WorkButton look="quiet" onPress={props.onSelect} label={`${t.show}: ${closure.name}`}>
          {t.show}
        </WorkButton>
        {props.onReopen ? (
          <WorkButton onPress={props.onReopen} label={`${act}: ${closure.name}`}>
            {act}
          </WorkButton>
        ) : null}
      </div>
    </li>
  );
}

function ReplanNote({ replan }: { replan: ClosureView['replan'] }): ReactNode {
  const t = useWords(texts);
  if (!replan) return <p className="closureSide">{t.moving}</p>;
  return (
    <>
      <p className="closureSide figures">{t.moved(replan.movedRideIds.length, replan.callRideIds.length)}</p>
      {replan.stuckShiftIds.length > 0 ? (
        <p className="closureStuck" role="alert">
          <span aria-hidden="true">▲ </span>
          {t.stuck(replan.stuckShiftIds.length)}
        </p>
      ) : null}
    </>
  );
}

function ReopenDialog(props: {
  closure: ClosureView;
  onClose: () => void;
  onChanged: () => Promise<void>;
}): ReactNode {
  const t = useWords(texts);
  const { api } = useScreen();
  const { fault, attempt } = useAttempt();
  const { holdsNow } = props.closure;

  async function reopen(): Promise<void> {
    if (await attempt(() => api.reopenRoad(props.closure.id))) props.onClose();
    await props.onChanged();
  }

  return (
    <Dialog
      title={holdsNow ? t.ask : t.askDrop}
      isOpen
      onClose={props.onClose}
      actions={
        <>
          <WorkButton onPress={props.onClose}>{holdsNow ? t.keep : t.keepPlanned}</WorkButton>
          <WorkButton look="main" onPress={reopen}>
            {holdsNow ? t.reopen : t.drop}
          </WorkButton>
        </>
      }
    >
      <p>
        <strong>{props.closure.name}</strong>
      </p>
      <p>{holdsNow ? t.consequence : t.consequenceDrop}</p>
      <FaultNotice fault={fault} />
    </Dialog>
  );
}
