import type { CarProfile, Tags, WayCosting } from '../costing/carProfile.ts';
import { FIXED } from '../geometry/distance.ts';
import type { SignalDirection } from '../network/networkDraft.ts';
import { ConditionalClosures } from './conditionalClosures.ts';
import { NodeStore } from './nodeStore.ts';
import type { OsmMember, OsmReceiver, OsmRestriction, OsmWayRestriction } from './osmElements.ts';

/** A way that cars may use. */
export interface OsmWay {
  readonly id: number;
  readonly refs: readonly number[];
  readonly costing: WayCosting;
  readonly highway: string;
  readonly name: string;
  readonly ref: string;
  readonly isBridge: boolean;
  readonly isTunnel: boolean;
}

function signalDirection(tags: Tags): SignalDirection {
  const said = tags['traffic_signals:direction'] ?? tags.direction;
  return said === 'forward' || said === 'backward' ? said : 'both';
}

const FOR_CARS = ['restriction', 'restriction:motor_vehicle', 'restriction:motorcar'];

function isExcepted(tags: Tags): boolean {
  return (tags.except ?? '')
    .split(';')
    .some((who) => ['motorcar', 'motor_vehicle', 'vehicle'].includes(who.trim()));
}

/** Keeps what roads are made of, whatever the order of a file's elements. */
export class OsmCollector implements OsmReceiver {
  readonly nodes = new NodeStore();
  readonly ways: OsmWay[] = [];
  readonly restrictions: OsmRestriction[] = [];
  readonly wayRestrictions: OsmWayRestriction[] = [];
  /** Traffic lights by node number, and for whom: those who come along the way, against it, or all. */
  readonly signals = new Map<number, SignalDirection>();
  readonly blocked = new Set<number>();
  readonly conditionalClosures = new ConditionalClosures();
  /** Metres above the sea by node number, where tagged. */
  readonly altitudes = new Map<number, number>();
  /** Relations that restrict turns with parts missing: not understood. */
  unusedRestrictions = 0;
  unsoundNodes = 0;
  readonly #profile: CarProfile;

  constructor(profile: CarProfile) {
    this.#profile = profile;
  }

  node(id: number, lon: number, lat: number, tags: Tags): void {
    if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) {
      this.unsoundNodes += 1;
      return;
    }
    this.nodes.add(id, Math.round(lon * FIXED), Math.round(lat * FIXED));
    if (tags.highway === 'traffic_signals') this.signals.set(id, signalDirection(tags));
    const altitude = Number.parseFloat(tags.ele ?? '');
    if (Number.isFinite(altitude)) this.altitudes.set(id, altitude);
    if (!this.#profile.isPassableNode(tags)) this.blocked.add(id);
  }

  way(id: number, refs: readonly number[], tags: Tags): void {
    const costing = this.#profile.wayCosting(tags);
    if (!costing) return;
    this.conditionalClosures.add(tags);
    this.ways.push({
      id,
      refs,
      costing,
      highway: tags.highway ?? '',
      name: tags.name ?? '',
      ref: tags.ref ?? '',
      isBridge: tags.bridge !== undefined && tags.bridge !== 'no',
      isTunnel: tags.tunnel !== undefined && tags.tunnel !== 'no',
    });
  }

  relation(_id: number, members: readonly OsmMember[], tags: Tags): void {
    if (tags.type !== 'restriction' || isExcepted(tags)) return;
    const said = FOR_CARS.map((key) => tags[key]).findLast((value) => value !== undefined);
    const kind = /^(no|only)_/.exec(said ?? '')?.[1] as 'no' | 'only' | undefined;
    if (!kind) return;
    const waysOf = (role: string) =>
      members.filter((member) => member.role === role && member.type === 'way').map((member) => member.ref);
    const via = members.filter((member) => member.role === 'via');
    const [fromWays, toWays] = [waysOf('from'), waysOf('to')];
    const isOverWays = via.length > 0 && via.every(({ type }) => type === 'way');
    if (isOverWays && fromWays.length === 1 && toWays.length === 1) {
      const [fromWay, toWay] = [fromWays[0]!, toWays[0]!];
      this.wayRestrictions.push({ kind, fromWay, viaWays: via.map(({ ref }) => ref), toWay });
      return;
    }
    if (via.length !== 1 || via[0]!.type !== 'node' || fromWays.length === 0 || toWays.length === 0) {
      this.unusedRestrictions += 1;
      return;
    }
    this.restrictions.push({ kind, fromWays, viaNode: via[0]!.ref, toWays });
  }
}
