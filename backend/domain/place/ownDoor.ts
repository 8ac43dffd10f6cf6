/** What every rider's own door is called; screens in another language go by its id. */
const NAME = 'ご自宅';

/** A rider's own door as a place of a ride. */
export function ownDoor(personId: string): { readonly id: string; readonly name: string } {
  return { id: `door:${personId}`, name: NAME };
}

/**
 * The id of a place that was kept by its name alone: of a rider's own door it is known, of any other place it is empty.
 */
export function idByName(name: string, personId: string): string {
  return name === NAME ? ownDoor(personId).id : '';
}
