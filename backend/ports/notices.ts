import type { NoticeAddress } from '../domain/notice/notice.ts';

/** A message to somebody outside. The address's type keeps text messages away from landlines. */
export interface Notice {
  /** Sent again under the same id it is delivered once. */
  readonly id: string;
  readonly personId: string;
  readonly to: NoticeAddress;
  readonly text: string;
}

/** What became of a notice: taken by the sender, or why not, in a word for the log. */
export type Delivery = { readonly ok: true } | { readonly ok: false; readonly failure: string };

export interface Notices {
  /** Tries for a bounded time and never throws. */
  send(notice: Notice): Promise<Delivery>;
}
