import type { CallView } from '../../contract/index.ts';
import type { PhoneCall } from '../../domain/call/phoneCall.ts';
import { phoneText } from '../../domain/person/phoneNumber.ts';
import type { SpokenText } from '../../domain/units/spokenText.ts';
import { localMoment } from './localMoment.ts';

/** A call as a desk shows it before anybody is confirmed: a number, and how many people have it. */
export function callView(
  call: PhoneCall,
  peopleCount: number,
  accountId: string,
  voice: SpokenText | null,
): CallView {
  return {
    id: call.id,
    revision: call.revision,
    state: call.state,
    number: call.number === null ? null : phoneText(call.number),
    line: call.line,
    station: call.station,
    isMine: call.accountId === accountId,
    isKnown: peopleCount > 0,
    peopleCount,
    rangAt: localMoment(call.rangAt),
    answeredAt: call.answeredAt === null ? null : localMoment(call.answeredAt),
    endedAt: call.endedAt === null ? null : localMoment(call.endedAt),
    isConfirmed: call.confirmedAt !== null,
    personId: call.confirmedAt === null ? null : call.personId,
    voice,
  };
}
