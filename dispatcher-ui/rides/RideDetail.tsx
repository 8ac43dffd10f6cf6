import type { ReactNode } from 'react';
import type { RideView } from '../../backend/contract/index.ts';
import { FaultNotice } from '../../screen-kit/parts/notices.tsx';
import { StatusBadge } from '../../screen-kit/parts/StatusBadge.tsx';
import { WorkButton } from '../../screen-kit/parts/WorkButton.tsx';
import type { Language } from '../../screen-kit/words/language.ts';
import { placeText } from '../../screen-kit/words/placeText.ts';
import { tableTime, tableWindow, yenText } from '../../screen-kit/words/times.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';
import { needTexts } from '../booking/needTexts.ts';
import { bookerLabel, proxyTexts } from '../caller/proxyTexts.ts';
import { useDesk } from '../frame/deskContext.ts';
import { KeptNote } from '../moves/KeptNote.tsx';
import { isCancellable } from '../store/filterRides.ts';
import { isLeftBehind } from '../store/moveChoice.ts';
import { CancelDialog } from './CancelDialog.tsx';
import { ReplaceTyped } from './ReplaceTyped.tsx';
import { RideHistory } from './RideHistory.tsx';
import { endTexts, endWord, reasonTexts } from './reasonTexts.ts';
import type { RideActs } from './useRideActs.ts';
import './rideCard.css';

const texts = {
  close: { ja: '閉じる', en: 'Close' },
  change: { ja: '予約を変える', en: 'Change the ride' },
  cancel: { ja: '予約を取り消す', en: 'Cancel the ride' },
  move: { ja: '別の車へ', en: 'Another vehicle' },
  assign: { ja: '車を決める', en: 'Choose a vehicle' },
  promise: { ja: 'お約束', en: 'Promised' },
  pickup: { ja: 'お迎え', en: 'Pickup' },
  dropoff: { ja: 'お降り', en: 'Dropoff' },
  planned: { ja: '予定', en: 'Planned' },
  performed: { ja: '実績', en: 'Performed' },
  asked: { ja: 'ご希望', en: 'Asked for' },
  arriveBy: { ja: (time: string) => `${time} までに着く`, en: (time: string) => `arrive by ${time}` },
  departAfter: { ja: (time: string) => `${time} より後に出る`, en: (time: string) => `depart after ${time}` },
  people: { ja: '人数', en: 'People' },
  count: { ja: (count: number) => `${count}人`, en: (count: number) => `${count}` },
  phone: { ja: '電話', en: 'Phone' },
  fare: { ja: '運賃', en: 'Fare' },
  vehicle: { ja: '車', en: 'Vehicle' },
  none: { ja: '未定', en: 'not yet' },
  note: { ja: '申し送り', en: 'Note' },
  reason: { ja: '理由', en: 'Reason' },
  estimate: { ja: '時刻は見積もりです', en: 'Times are estimates' },
  channel: { ja: '受付', en: 'Booked by' },
  byPhone: { ja: '電話', en: 'phone' },
  byWeb: { ja: 'ウェブ', en: 'web' },
  byFax: { ja: 'FAX・書面', en: 'fax' },
  byClinic: { ja: '医療機関', en: 'clinic' },
};

/** The selected ride: what was promised, what is planned, what happened; it can be changed and cancelled. */
export function RideDetail({ acts }: { acts: RideActs }): ReactNode {
  const { feed, selection, selectRide } = useDesk();
  const ride = selection.rideId === null ? undefined : feed.state.rides.get(selection.rideId);
  if (!ride) return null;
  return <RideCard key={ride.id} ride={ride} acts={acts} onClose={() => selectRide(null)} />;
}

interface RideCardProps {
  readonly ride: RideView;
  readonly acts: RideActs;
  readonly onClose: () => void;
}

function RideCard({ ride, acts, onClose }: RideCardProps): ReactNode {
  const t = useWords(texts);
  const language = useLanguage();
  return (
    <article className="rideCard">
      <div className="rideCardHead">
        <h3>
          {ride.riderName}
          {ride.riderKana ? <span className="rideKana">{ride.riderKana}</span> : null}
        </h3>
        <StatusBadge status={ride.status} heldUntil={ride.heldUntil} isLeftBehind={isLeftBehind(ride)} />
        <span className="rideCardGap" />
        <WorkButton look="quiet" onPress={onClose}>
          {t.close}
        </WorkButton>
      </div>
      <table className="rideTimes">
        <thead>
          <tr>
            <td />
            <th scope="col">{t.promise}</th>
            <th scope="col">{t.planned}</th>
            <th scope="col">{t.performed}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">
              {t.pickup}
              <span className="ridePlace">{placeText(ride.from, language)}</span>
            </th>
            <td>{ride.promisedPickup ? tableWindow(ride.promisedPickup) : '–'}</td>
            <td>{timeOrDash(ride.scheduledPickup)}</td>
            <td>{timeOrDash(ride.performedPickup)}</td>
          </tr>
          <tr>
            <th scope="row">
              {t.dropoff}
              <span className="ridePlace">{placeText(ride.to, language)}</span>
            </th>
            <td>{ride.promisedDropoff ? tableWindow(ride.promisedDropoff) : '–'}</td>
            <td>{timeOrDash(ride.scheduledDropoff)}</td>
            <td>{timeOrDash(ride.performedDropoff)}</td>
          </tr>
        </tbody>
      </table>
      <KeptNote ride={ride} acts={acts.moves} />
      <RideFacts ride={ride} language={language} />
      <RideHistory ride={ride} />
      <div className="rideActs">
        {acts.change ? (
          <WorkButton onPress={acts.change} shortcut="C">
            {t.change}
          </WorkButton>
        ) : null}
        {acts.moves.move ? (
          <WorkButton onPress={acts.moves.move} shortcut="M">
            {ride.shiftId === null ? t.assign : t.move}
          </WorkButton>
        ) : null}
        {acts.cancel ? (
          <WorkButton onPress={acts.cancel} shortcut="X" className="rideCancel">
            {t.cancel}
          </WorkButton>
        ) : null}
      </div>
      <FaultNotice fault={acts.fault} {...(acts.change ? { onRetry: acts.change } : {})} />
      <CancelDialog ride={ride} isOpen={acts.isCancelling} onClose={acts.leave} />
      <ReplaceTyped acts={acts} />
    </article>
  );
}

function RideFacts({ ride, language }: { ride: RideView; language: Language }): ReactNode {
  const t = useWords(texts);
  const need = useWords(needTexts);
  const reasons = { ...useWords(reasonTexts), ...useWords(endTexts) };
  const ended = endWord(ride.endReason);
  const needs = ride.needs.map((each) => need[each]).join('・');
  const proxies = useWords(proxyTexts);
  const channel = { phone: t.byPhone, fax: t.byFax, web: t.byWeb, clinic: t.byClinic }[ride.channel];
  const facts: readonly (readonly [string, string | null])[] = [
    [t.vehicle, ride.vehicleName ?? (isCancellable(ride) ? t.none : null)],
    [t.asked, t[ride.requested.kind](tableTime(ride.requested.second))],
    [t.people, [t.count(ride.partySize), needs].filter(Boolean).join(' ')],
    [t.phone, ride.phone],
    [t.fare, ride.fareYen === null ? null : yenText(ride.fareYen, language)],
    [t.channel, [channel, bookerLabel(ride, proxies)].filter(Boolean).join('・')],
    [t.note, ride.note],
    [t.reason, ended === null ? null : reasons[ended]],
    [t.estimate, ride.isEstimate ? '▲' : null],
  ];
  return (
    <dl className="rideFacts">
      {facts.map(([name, value]) =>
        value ? (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="figures">{value}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}

function timeOrDash(second: number | null): string {
  return second === null ? '–' : tableTime(second);
}
