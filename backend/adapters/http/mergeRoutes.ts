import {
  type DuplicatesAnswer,
  type MergesAnswer,
  type MergeView,
  mergeSchema,
} from '../../contract/index.ts';
import { Refused } from '../../domain/fault/refused.ts';
import { likeness } from '../../riders/index.ts';
import { localMoment } from '../views/localMoment.ts';
import { personView } from '../views/personView.ts';
import { accountScopeOf, actorOf, answer, type Call, type Reply } from './call.ts';
import { parseInput } from './parseInput.ts';
import { idOf } from './queryInput.ts';

const MOST_PAIRS = 50;
const MOST_MERGES = 50;

/** Two entries of one person made one, and taken apart again. */
export const mergeRoutes = {
  'GET /api/v1/people/duplicates': listDuplicates,
  'POST /api/v1/people/:id/merge': mergeRiders,
  'GET /api/v1/merges': listMerges,
  'DELETE /api/v1/merges/:id': undoMerge,
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
