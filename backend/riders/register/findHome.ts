import type { Person } from '../../domain/person/person.ts';
import type { Rejection } from '../../domain/rejection/rejection.ts';
import { type Outcome, refusal, success } from '../../domain/units/outcome.ts';
import type { Tables } from '../../ports/tables.ts';
import type { HomeSaid } from './riderEntry.ts';

/** Where a rider lives, and with whom. */
export interface FoundHome extends Pick<Person, 'home' | 'municipality' | 'hamlet'> {
  /** Null: a household of its own. */
  readonly householdId: string | null;
}

/** A home as said, in the region. */
export async function findHome(said: HomeSaid, tables: Tables): Promise<Outcome<FoundHome, Rejection>> {
  switch (said.kind) {
    case 'place': {
      const place = await tables.places.findPlace(said.id);
      if (!place) return refusal({ code: 'unknownPlace', field: 'home' });
      const { coordinates: home, municipality, name: hamlet } = place;
      return success({ home, municipality, hamlet, householdId: null });
    }
    case 'coordinates': {
      const municipality = await tables.places.municipalityAt(said.at);
      if (!municipality) return refusal({ code: 'outsideRegion', field: 'home' });
      return success({ home: said.at, municipality, hamlet: '', householdId: null });
    }
    case 'with': {
      const other = await tables.people.find(said.personId);
      if (!other) return refusal({ code: 'unknownPerson', field: 'home' });
      const { home, municipality, hamlet, householdId } = other;
      return success({ home, municipality, hamlet, householdId });
    }
  }
}
