import { beforeAll, describe, expect, it } from 'vitest';
import { randomIds } from '../../../../backend/adapters/system/randomIds.ts';
import { SYSTEM_SCOPE } from '../../../../backend/domain/account/account.ts';
import { SYSTEM_ACTOR } from '../../../../backend/domain/account/actor.ts';
import { createRiders, type Riders } from '../../../../backend/riders/index.ts';
import type { ProxyEntry } from '../../../../backend/riders/proxies/recordProxy.ts';
import { QUICK_HASHER } from '../../../support/quickHasher.ts';
import { sampleProxy } from '../../../support/sampleProxy.ts';
import { SAMPLE_NOW, samplePerson } from '../../../support/sampleRows.ts';
import { withDatabase } from '../../../support/withDatabase.ts';

const DESKS = 6;
const RIDERS = Array.from({ length: 10 }, (_, i) => `rider-${i}`);
const COUPLES = Array.from({ length: 10 }, (_, i) => [`man-${i}`, `wife-${i}`]);

describe('several desks write down the same proxy at once, on real connections', () => {
  const database = withDatabase();
  let desks: Riders[];

  beforeAll(async () => {
    const clock = { now: () => SAMPLE_NOW };
    const stores = await Promise.all(
      Array.from({ length: DESKS }, () => database.openStore({ clock, poolSize: 2 })),
    );
    desks = stores.map((store) => {
      const world = { store, accounts: store.accounts, clock, wallClock: clock, ids: randomIds };
      return createRiders({ ...world, hasher: QUICK_HASHER });
    });
    await stores[0]!.write(SYSTEM_SCOPE, ({ people }) =>
      people.insertMany([...RIDERS, ...COUPLES.flat()].map((id) => samplePerson({ id }))),
    );
  });

  /** Each desk registers the proxy for a rider of its own; answers what became of it. */
  async function record(riderOf: (desk: number) => string, scope: ProxyEntry['scope']): Promise<string[]> {
    const { name, kind, relation, accountId, acts, consentBy, consentOn, validUntil } = sampleProxy();
    const told = { name, kind, relation, accountId, acts, consentBy, consentOn, validUntil };
    const entry = { ...told, phone: '090-0000-5555', scope, validFrom: null };
    const answers = await Promise.all(
      desks.map((desk, n) => desk.recordProxy(riderOf(n), entry, SYSTEM_ACTOR, () => true)),
    );
    return answers.map((answer) => (answer.ok ? 'taken' : answer.reason.code)).sort();
  }
  const onlyOne = [...Array(DESKS - 1).fill('proxyAlreadyThere'), 'taken'];

  it.each(RIDERS)('for %s alone: the first is taken, the others are told that they are there', async (id) => {
    expect(await record(() => id, null)).toEqual(onlyOne);
  });

  it.each(COUPLES)('for a couple, half of them on either card: the first is taken', async (...personIds) => {
    expect(await record((n) => personIds[n % 2]!, { kind: 'people', personIds })).toEqual(onlyOne);
  });
});
