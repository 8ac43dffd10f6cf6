import { generatePeople } from '../../seeds/people/generatePeople.ts';
import type { RegionData } from '../../seeds/region/regionData.ts';
import { createRandom } from '../../seeds/seededRandom.ts';
import type { Person } from '../domain/person/person.ts';
import type { Place } from '../domain/place/place.ts';

const PEOPLE = 2000;
/** Always the same year, so that a trial meets the same people whenever it is started. */
const YEAR = 2026;
const SEED = 20_200;
/** Patients of the trial's clinic. */
const PATIENTS = 40;

/** The riders of a trial: the region's own where it brings any, else invented ones. */
export function trialPeople(region: RegionData): readonly Person[] {
  const people = region.people ?? generatePeople(region, { count: PEOPLE, year: YEAR }, createRandom(SEED));
  const clinic = trialClinic(region);
  if (!clinic) return people;
  const patients = people.filter((person) => person.municipality === clinic.municipality).slice(0, PATIENTS);
  const ids = new Set(patients.map((person) => person.id));
  return people.map((person) => (ids.has(person.id) ? { ...person, clinicId: clinic.id } : person));
}

/** The clinic that the trial's clinic account stands for. */
export function trialClinic(region: RegionData): Place | undefined {
  return region.places.find((place) => place.kind === 'hospital' || place.kind === 'clinic');
}
