import {
  type DistinctAnswer,
  type DistinctDone,
  type DuplicatesAnswer,
  distinctSchema,
  type MergesAnswer,
  type MergeView,
  mergeSchema,
} from '../../contract/index.ts';
import { Refused } from '../../domain/fault/refused.ts';
import { likeness } from '../../riders/index.ts';
import { localMoment } from '../views/localMoment.ts';
import { personView } from '../views/personView.ts';
import { agreed } from './agreed.ts';
import { accountScopeOf, actorOf, answer, type Call, type Reply } from './call.ts';
import { parseInput } from './parseInput.ts';
import { idOf } from './queryInput.ts';
import { takeApart } from './takeApart.ts';

const MOST_PAIRS = 50;
const MOST_MERGES = 50;
const MOST_DISTINCT = 200;

/** Two entries of one person made one, and taken apart again; and entries that only look like one person. */
export const mergeRoutes = {
  'GET /api/v1/people/duplicates': listDuplicates,
  'POST /api/v1/people/:id/merge': mergeRiders,
  'GET /api/v1/merges': listMerges,
  'DELETE /api/v1/merges/:id': undoMerge,
  'POST /api/v1/people/:id/distinct': noteDistinct,
  'GET /api/v1/distinct': listDistinct,
  'DELETE /api/v1/distinct/:id': undoDistinct,
};

async function listDuplicates(call: Call): Promise<Reply> {
  const pairs = await call.deps.store.read(accountScopeOf(call), (tables) =>
    tables.people.listNamesakes(MOST_PAIRS),
  );
  const view: DuplicatesAnswer = {
    pairs: pairs.map(([a, b]) => ({ people: [personView(a), personView(b)], score: likeness(a, b) })),
  };
  return answer(view);
}

async function mergeRiders(call: Call): Promise<Reply> {
  const keptId = idOf(call.params.id, 'unknownPerson');
  const { revision, goneId, goneRevision } = parseInput(mergeSchema, call.body);
  const wish = { keptId, keptRevision: revision, goneId, goneRevision };
  const done = await call.deps.riders.merge(wish, actorOf(call));
  if (!done.ok) throw new Refused(done.reason);
  const { merge, kept, gone } = done.value;
  // Who is kept apart from one of them is so from both now.
  await takeApart(call, kept.id);
  const view: MergeView = {
    id: merge.id,
    kept: personView(kept),
    goneId: gone.id,
    goneName: `${gone.familyName} ${gone.givenName}`,
    movedRides: merge.moved.rides.length,
    mergedAt: localMoment(merge.mergedAt),
  };
  return { status: 201, body: view };
}

async function listMerges(call: Call): Promise<Reply> {
  const merges = await call.deps.store.read(accountScopeOf(call), async (tables) => {
    const views: MergeView[] = [];
    for (const merge of await tables.register.listMerges(MOST_MERGES)) {
      const kept = await tables.people.findEntry(merge.keptId);
      const gone = await tables.people.findEntry(merge.goneId);
      if (!kept || !gone) continue;
      views.push({
        id: merge.id,
        kept: personView(kept.person),
        goneId: merge.goneId,
        goneName: `${gone.person.familyName} ${gone.person.givenName}`,
        movedRides: merge.moved.rides.length,
        mergedAt: localMoment(merge.mergedAt),
      });
    }
    return views;
  });
  const view: MergesAnswer = { merges };
  return answer(view);
}

async function undoMerge(call: Call): Promise<Reply> {
  const undone = await call.deps.riders.undoMerge(idOf(call.params.id, 'unknownMerge'), actorOf(call));
  if (!undone.ok) throw new Refused(undone.reason);
  return answer({ kept: personView(undone.value.kept), parted: personView(undone.value.parted) });
}

async function noteDistinct(call: Call): Promise<Reply> {
  const personId = idOf(call.params.id, 'unknownPerson');
  const { otherId } = parseInput(distinctSchema, call.body);
  const view: DistinctDone = {
    id: agreed(await call.deps.riders.noteDistinct(personId, otherId, actorOf(call))),
  };
  return { status: 201, body: view };
}

async function listDistinct(call: Call): Promise<Reply> {
  const pairs = await call.deps.store.read(accountScopeOf(call), async (tables) => {
    const views: DistinctAnswer['pairs'] = [];
    for (const { id, personId, otherId, notedAt } of await tables.register.listDistinct(MOST_DISTINCT)) {
      const person = await tables.people.find(personId);
      const other = await tables.people.find(otherId);
      // Made one after all.
      if (!person || !other || person.id === other.id) continue;
      views.push({ id, people: [personView(person), personView(other)], notedAt: localMoment(notedAt) });
    }
    return views;
  });
  const view: DistinctAnswer = { pairs };
  return answer(view);
}

async function undoDistinct(call: Call): Promise<Reply> {
  const id = idOf(call.params.id, 'unknownDistinct');
  agreed(await call.deps.riders.undoDistinct(id, actorOf(call)));
  const view: DistinctDone = { id };
  return answer(view);
}
