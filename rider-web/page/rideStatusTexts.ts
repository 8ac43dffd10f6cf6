import { type StatusTexts, statusTexts } from '../../screen-kit/parts/StatusBadge.tsx';

/** Where a ride is in its life, as riders say it: which vehicle it was given to is the desk's concern. */
export const rideStatusTexts: StatusTexts = {
  ...statusTexts,
  assigned: { ja: '予約済み', en: 'Booked' },
  willCall: { ...statusTexts.willCall, en: 'Call when ready' },
  noShow: { ...statusTexts.noShow, en: 'Not met' },
  lapsed: { ...statusTexts.lapsed, en: 'No answer' },
  denied: { ...statusTexts.denied, en: 'Not possible' },
};
