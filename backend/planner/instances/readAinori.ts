import type { PlanProblem } from '../model/problem.ts';
import type { PlanRequest } from '../model/request.ts';
import type { TravelLayer } from '../model/travelTimes.ts';
import type { PlanVehicle } from '../model/vehicle.ts';
import type { Instance } from './instance.ts';
import { JsonFields } from './jsonFields.ts';
import { FixedReader } from './readFixed.ts';
import { InstanceError, plainText } from './textNumbers.ts';

const ALL_BITS = 0x7fffffff;

/**
 * Reads a problem in Ainori's own JSON format (FORMAT.md). Node names of request "a" are "+a" and "-a".
 * @throws InstanceError
 */
export function readAinori(text: string): Instance {
  let parsed: unknown;
  try {
    parsed = JSON.parse(plainText(text));
  } catch (error) {
    if (error instanceof InstanceError) throw error;
    throw new InstanceError(`not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  const file = new JsonFields(parsed, '');
  const size = file.list('locations').length;
  if (size < 1) throw new InstanceError('locations: expected at least one');
  const placeUse = file.has('placeUse') ? file.wholeLists('placeUse') : [[0], [1], [2]];
  if (placeUse.length === 0) throw new InstanceError('placeUse: expected at least one kind of load');
  const kinds = placeUse.length;
  const requests = file.objects('requests').map((fields) => readRequest(fields, size, kinds));
  checkIds('requests', requests);
  checkPairs(requests);
  const fixed = new FixedReader(requests.map(({ id }) => id));
  const vehicles = file.objects('vehicles').map((fields) => {
    const vehicle = readVehicle(fields, size, placeUse);
    fixed.read(fields, vehicle.breaks.length);
    return vehicle;
  });
  if (vehicles.length === 0) throw new InstanceError('vehicles: expected at least one');
  checkIds('vehicles', vehicles);
  const weights = file.has('weights') ? file.object('weights') : new JsonFields({}, 'weights');
  const problem: PlanProblem = {
    travel: { stride: size, size, layers: readLayers(file, size) },
    requests,
    vehicles,
    placeUse,
    weights: {
      excessRideHour: weights.number('excessRideHour', 0),
      waitHour: weights.number('waitHour', 0),
    },
  };
  return {
    problem,
    nodes: requests.map(({ id }) => [`+${id}`, `-${id}`] as const),
    ...(fixed.isUnderWay && { tours: fixed.tours }),
    strangers: file.strangers(),
  };
}

function checkIds(name: string, entries: readonly { readonly id: string }[]): void {
  const seen = new Set<string>();
  for (const { id } of entries) {
    if (seen.has(id)) throw new InstanceError(`${name}: two have the same id "${id}"`);
    seen.add(id);
  }
}

/** In a file a name that nobody has is a slip: the rule would be lost without a word. */
function checkPairs(requests: readonly PlanRequest[]): void {
  const ids = new Set(requests.map(({ id }) => id));
  requests.forEach(({ id, apartFrom = [] }, r) => {
    const wrong = apartFrom.find((other) => other === id || !ids.has(other));
    if (wrong === undefined) return;
    throw new InstanceError(`requests[${r}].apartFrom: "${wrong}" is the id of no other request`);
  });
}

function readLayers(file: JsonFields, size: number): TravelLayer[] {
  const readLayer = (fields: JsonFields, fromSecond: number) => ({
    fromSecond,
    seconds: fields.matrix('seconds', size),
    metres: fields.matrix('metres', size),
  });
  if (!file.has('layers')) return [readLayer(file, 0)];
  const layers = file.objects('layers').map((fields) => readLayer(fields, fields.number('fromSecond')));
  const isOrdered = layers.every((layer, l) => l === 0 || layer.fromSecond > layers[l - 1]!.fromSecond);
  if (!layers[0] || layers[0].fromSecond > 0 || !isOrdered) {
    throw new InstanceError('layers: expected in order of fromSecond, the first at or before 0');
  }
  return layers;
}

function readRequest(fields: JsonFields, size: number, kinds: number): PlanRequest {
  const load = fields.numbers('load');
  if (load.length !== kinds || load.some((units) => !Number.isInteger(units) || units < 0)) {
    throw new InstanceError(`${fields.path}.load: expected ${kinds} whole numbers of at least 0`);
  }
  const pickupDwellSeconds = fields.number('pickupDwellSeconds', 0);
  const dropoffDwellSeconds = fields.number('dropoffDwellSeconds', 0);
  return {
    id: fields.text('id'),
    pickupLocation: fields.whole('from', 0, size - 1),
    dropoffLocation: fields.whole('to', 0, size - 1),
    pickupWindow: fields.window('pickupWindow'),
    dropoffWindow: fields.window('dropoffWindow'),
    maxRideSeconds: fields.has('maxRideSeconds') ? fields.number('maxRideSeconds') : Number.POSITIVE_INFINITY,
    load,
    pickupDwellSeconds,
    pickupJoinSeconds: fields.number('pickupJoinSeconds', pickupDwellSeconds),
    dropoffDwellSeconds,
    dropoffJoinSeconds: fields.number('dropoffJoinSeconds', dropoffDwellSeconds),
    neededSkills: fields.whole('neededSkills', 0, ALL_BITS, 0),
    allowedOperators: fields.whole('allowedOperators', 0, ALL_BITS, ALL_BITS),
    ...(fields.has('apartFrom') ? { apartFrom: fields.texts('apartFrom') } : {}),
    ...(fields.has('penalty') ? { penalty: fields.number('penalty') } : {}),
  };
}

function readVehicle(
  fields: JsonFields,
  size: number,
  placeUse: readonly (readonly number[])[],
): PlanVehicle {
  const places = Math.max(0, ...placeUse.flat().map((place) => place + 1));
  const configurations = fields.wholeLists('configurations');
  const place = `${fields.path}.configurations`;
  if (configurations.length === 0) throw new InstanceError(`${place}: expected at least one`);
  configurations.forEach((counts, c) => {
    if (counts.length < places)
      throw new InstanceError(`${place}[${c}]: expected ${places} numbers of places`);
  });
  return {
    id: fields.text('id'),
    ...(fields.has('start') ? { startLocation: fields.whole('start', 0, size - 1) } : {}),
    ...(fields.has('end') ? { endLocation: fields.whole('end', 0, size - 1) } : {}),
    window: fields.window('window'),
    ...(fields.has('restedFrom') ? { restedFrom: fields.number('restedFrom') } : {}),
    ...(fields.has('maxDurationSeconds') ? { maxDurationSeconds: fields.number('maxDurationSeconds') } : {}),
    configurations,
    skills: fields.whole('skills', 0, ALL_BITS, 0),
    operator: fields.whole('operator', 0, ALL_BITS, 1),
    breaks: fields.has('breaks')
      ? fields
          .objects('breaks')
          .map((rest) => ({ window: rest.window('window'), seconds: rest.number('seconds') }))
      : [],
    ...(fields.has('drivingLimit') ? { drivingLimit: readLimit(fields.object('drivingLimit')) } : {}),
    ...(fields.has('driven') ? { driven: readDriven(fields.object('driven')) } : {}),
    costPerHour: fields.number('costPerHour', 0),
    costPerKilometre: fields.number('costPerKilometre', 0),
    fixedCost: fields.number('fixedCost', 0),
  };
}

function readLimit(fields: JsonFields) {
  return {
    maxDrivingSeconds: fields.number('maxDrivingSeconds'),
    restSeconds: fields.number('restSeconds'),
    minPartSeconds: fields.number('minPartSeconds'),
  };
}

function readDriven(fields: JsonFields) {
  return {
    drivingSeconds: fields.number('drivingSeconds'),
    restedSeconds: fields.number('restedSeconds'),
    isUnderWay: fields.flag('isUnderWay'),
  };
}
