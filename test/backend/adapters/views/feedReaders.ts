import { audienceOf } from '../../../../backend/adapters/views/judgeFeedQuestion.ts';
import type { AccountScope } from '../../../../backend/adapters/views/reader.ts';
import { readFeed } from '../../../../backend/adapters/views/readFeed.ts';
import type { FeedAnswer } from '../../../../backend/contract/index.ts';
import type { Store } from '../../../../backend/ports/store.ts';
import { applyFeedAnswer } from '../../../../screen-kit/store/applyFeedAnswer.ts';
import { type DayState, EMPTY_DAY } from '../../../../screen-kit/store/dayState.ts';
import { TOWN_DAY } from '../../../support/trialTown.ts';

/** A screen's copy of the day, kept by the screens' own code. */
export class FeedCopy {
  state: DayState = EMPTY_DAY;
  /** Cursors of the events it was told, in order. */
  readonly events: string[] = [];

  constructor(
    readonly name: string,
    readonly store: Store,
    readonly scope: AccountScope,
  ) {}

  ask(cursor: string | null, page?: number): Promise<FeedAnswer> {
    const question = {
      audience: audienceOf(this.scope.role),
      day: TOWN_DAY,
      cursor: cursor ?? undefined,
    };
    return readFeed(this.store, this.scope, question, page);
  }

  /** Reads once. @returns whether there is more behind it */
  async read(page?: number): Promise<boolean> {
    const askedFrom = this.state.cursor;
    const answer = await this.ask(askedFrom, page);
    this.state = applyFeedAnswer(this.state, answer, askedFrom);
    if (answer.kind === 'snapshot') return false;
    this.events.push(...answer.events.map((event) => event.cursor));
    return answer.more;
  }

  async readAll(page?: number): Promise<void> {
    while (await this.read(page)) {
      // Goes on until nothing is left behind the cursor.
    }
  }

  /** What somebody who opens the page now would see. */
  async fresh(): Promise<DayState> {
    return applyFeedAnswer(EMPTY_DAY, await this.ask(null), null);
  }
}

/** The part of a copy that is seen; the cursor is not, and a plan may have moved without anything to be seen. */
export function seen({ rides, shifts, positions }: DayState) {
  const sorted = <Row>(rows: ReadonlyMap<string, Row>) =>
    [...rows.entries()].sort(([a], [b]) => (a < b ? -1 : 1));
  return { rides: sorted(rides), shifts: sorted(shifts), positions: sorted(positions) };
}
