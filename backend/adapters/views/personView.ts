import type { PersonView } from '../../contract/index.ts';
import type { Person } from '../../domain/person/person.ts';

/** A rider as the desk sees them; where exactly they live stays behind. */
export function personView(person: Person): PersonView {
  const { home: _home, clinicId: _clinicId, needs, otherPhones, certificates, ...rest } = person;
  return {
    ...rest,
    needs: [...needs],
    otherPhones: [...otherPhones],
    certificates: [...certificates],
  };
}
