import { type ReactNode, useMemo } from 'react';
import { MunicipalityLayer, RailLayer, RoadLayer, WaterLayer } from '../../screen-kit/map/BaseLayers.tsx';
import { FitView } from '../../screen-kit/map/FitView.tsx';
import { RegionMap } from '../../screen-kit/map/RegionMap.tsx';
import { type MapStop, StopLayer } from '../../screen-kit/map/StopLayer.tsx';
import { TourLayer } from '../../screen-kit/map/TourLayer.tsx';
import { useMapLayers } from '../../screen-kit/map/useMapLayers.ts';
import { useMapRegion } from '../../screen-kit/map/useMapRegion.ts';
import { type MapVehicle, VehicleLayer } from '../../screen-kit/map/VehicleLayer.tsx';
import { FaultNotice, LoadingNote } from '../../screen-kit/parts/notices.tsx';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { useServerNow } from '../../screen-kit/session/useServerNow.ts';
import { daySecondOf } from '../../screen-kit/words/times.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';
import { useDesk } from '../frame/deskContext.ts';
import { aboardNow } from '../store/aboardNow.ts';
import { drawnAt, isInDepot } from '../store/inDepot.ts';
import { useTourLines } from './useTourLines.ts';

const texts = {
  label: { ja: '地域の地図', en: 'Map of the region' },
  pickup: { ja: '乗', en: 'From' },
  dropoff: { ja: '降', en: 'To' },
  vehicle: {
    ja: (name: string, state: string) => `${name}（${state}）`,
    en: (name: string, state: string) => `${name} (${state})`,
  },
  aboard: { ja: (count: number) => `${count}人乗車中`, en: (count: number) => `${count} aboard` },
  empty: { ja: 'お客様なし', en: 'nobody aboard' },
  inDepot: { ja: '車庫', en: 'in depot' },
};

/** How often it is looked who has come home. */
const LOOK_MS = 15_000;

/** The region with its roads, the vehicles as they move, the planned tours, and what is selected. */
export default function DeskMap(): ReactNode {
  const { system } = useScreen();
  const t = useWords(texts);
  const language = useLanguage();
  const { region, fault } = useMapRegion();
  const layers = useMapLayers();

  if (!region) return fault ? <FaultNotice fault={fault} /> : <LoadingNote />;
  return (
    <>
      <FaultNotice fault={layers.fault} />
      <RegionMap bounds={region.bounds} label={t.label} credits={system.credits}>
        <MunicipalityLayer shapes={layers.shapes.municipalities} language={language} />
        <WaterLayer shapes={layers.shapes.water} />
        <RailLayer shapes={layers.shapes.rail} />
        <RoadLayer shapes={layers.shapes.roads} />
        <MovingLayers />
      </RegionMap>
    </>
  );
}

/** What changes during the day; apart from the base map, so that a position never draws the roads again. */
function MovingLayers(): ReactNode {
  const t = useWords(texts);
  const { feed, selection, selectShift } = useDesk();
  const { shifts, positions } = feed.state;
  const now = useServerNow(LOOK_MS);
  const nowSecond = now.day === feed.state.day ? now.second : Number.NEGATIVE_INFINITY;
  const vehicles = useMemo(
    () =>
      [...positions.values()].flatMap((position): MapVehicle[] => {
        const shift = shifts.get(position.shiftId);
        if (!shift) return [];
        const seenSecond = daySecondOf(shift.day, Date.parse(position.at));
        const { lon, lat } = drawnAt(shift, position, seenSecond, nowSecond);
        const { id, vehicleName: name } = shift;
        const aboard = aboardNow(shift);
        const state = isInDepot(shift, nowSecond) ? t.inDepot : aboard === 0 ? t.empty : t.aboard(aboard);
        const label = t.vehicle(name, state);
        return [{ id, name, label, lon, lat, isEmpty: aboard === 0, isSelected: id === selection.shiftId }];
      }),
    [shifts, positions, selection.shiftId, nowSecond, t],
  );
  const tours = useTourLines(shifts, selection.shiftId);
  const stops = useSelectedStops();
  return (
    <>
      <TourLayer tours={tours} />
      <StopLayer stops={stops} />
      <VehicleLayer vehicles={vehicles} onSelect={selectShift} />
      <FitView
        about={selection.rideId ?? selection.shiftId}
        points={stops.map((stop) => [stop.lon, stop.lat] as const)}
      />
    </>
  );
}

/** Numbered stops of the selected shift, and the two ends of the selected ride. */
function useSelectedStops(): readonly MapStop[] {
  const t = useWords(texts);
  const { feed, selection } = useDesk();
  const shift = selection.shiftId === null ? undefined : feed.state.shifts.get(selection.shiftId);
  const ride = selection.rideId === null ? undefined : feed.state.rides.get(selection.rideId);
  return useMemo(() => {
    const ahead = shift?.stops.filter((stop) => stop.state !== 'departed') ?? [];
    const stops = ahead.flatMap((stop, index): MapStop[] =>
      stop.place
        ? [{ id: stop.id, lon: stop.place.lon, lat: stop.place.lat, text: String(index + 1), kind: 'stop' }]
        : [],
    );
    if (ride) {
      stops.push({ id: 'pickup', lon: ride.from.lon, lat: ride.from.lat, text: t.pickup, kind: 'pickup' });
      stops.push({ id: 'dropoff', lon: ride.to.lon, lat: ride.to.lat, text: t.dropoff, kind: 'dropoff' });
    }
    return stops;
  }, [shift, ride, t]);
}
