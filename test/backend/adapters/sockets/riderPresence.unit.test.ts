import type { Server, Socket } from 'socket.io';
import { expect, it } from 'vitest';
import { RiderPresences } from '../../../../backend/adapters/sockets/riderPresence.ts';
import type { SocketSession } from '../../../../backend/adapters/sockets/socketDeps.ts';

const IO = { to: () => ({ emit: () => true }) } as unknown as Server;
const socketOf = (id: string, connected = true) => ({ id, connected }) as Socket;
const sessionOf = (id: string) => ({ account: { id, displayName: id } }) as SocketSession;
const RIDER = { personId: 'person-1' };

it('a rider is open elsewhere: told who has it; whoever has left is not named', () => {
  const presences = new RiderPresences(IO);
  const first = socketOf('one');
  presences.open(first, sessionOf('sato'), RIDER);
  const told = (socketId: string) => presences.open(socketOf(socketId), sessionOf('ito'), RIDER);
  expect(told('two')).toEqual({ ...RIDER, others: [{ accountId: 'sato', displayName: 'sato' }] });
  presences.leave(first);
  expect(told('two')).toEqual({ ...RIDER, others: [] });
});

it('a page closes while its question is on the way: it is not kept as having the rider open', () => {
  const presences = new RiderPresences(IO);
  const gone = socketOf('gone', false);
  presences.leave(gone);
  expect(presences.open(gone, sessionOf('sato'), RIDER)).toBeNull();
  expect(presences.open(socketOf('two'), sessionOf('ito'), RIDER)).toEqual({ ...RIDER, others: [] });
});
