import { signCall } from '../../backend/adapters/http/callSignature.ts';
import type { House } from './openHouse.ts';

/** Lets a call ring, be answered or end, as a telephone system reports it; `number` left out: withheld. */
export async function reportCall(
  house: House,
  call: { id: string; state?: 'ringing' | 'answered' | 'ended'; number?: string; operator?: string },
): Promise<void> {
  const body = JSON.stringify({ line: 'line', state: 'ringing', ...call });
  const timestamp = String(Math.floor(house.wallClock.now() / 1000));
  const answer = await house.stranger().send('POST', '/api/v1/telephony/calls', body, {
    'Content-Type': 'application/json',
    'X-Ainori-Timestamp': timestamp,
    'X-Ainori-Signature': signCall('line secret', timestamp, body),
  });
  if (answer.status !== 202) throw new Error(`The report was answered ${answer.status}.`);
}
