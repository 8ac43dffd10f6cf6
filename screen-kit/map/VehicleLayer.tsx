import { type Marker, marker } from 'leaflet';
import { type ReactNode, useEffect, useRef } from 'react';
import { textIcon } from './BaseLayers.tsx';
import { useMap } from './mapContext.ts';

/** A vehicle where it was last seen. */
export interface MapVehicle {
  readonly id: string;
  readonly name: string;
  /** The name, and in words what its look says. */
  readonly label: string;
  readonly lon: number;
  readonly lat: number;
  readonly isEmpty: boolean;
  readonly isSelected: boolean;
}

export interface VehicleLayerProps {
  readonly vehicles: readonly MapVehicle[];
  readonly onSelect: (id: string) => void;
}

interface Placed {
  readonly marker: Marker;
  look: string;
}

/** Vehicles as labelled markers that are moved, not drawn anew, when a position comes in. */
export function VehicleLayer({ vehicles, onSelect }: VehicleLayerProps): ReactNode {
  const map = useMap();
  const placed = useRef(new Map<string, Placed>());
  const select = useRef(onSelect);
  select.current = onSelect;

  useEffect(() => {
    const markers = placed.current;
    return () => {
      for (const { marker: each } of markers.values()) each.remove();
      markers.clear();
    };
  }, []);

  useEffect(() => {
    const markers = placed.current;
    const present = new Set(vehicles.map((vehicle) => vehicle.id));
    for (const [id, { marker: old }] of markers) {
      if (present.has(id)) continue;
      old.remove();
      markers.delete(id);
    }
    for (const vehicle of vehicles) {
      const look = `${vehicle.label}|${vehicle.isEmpty}|${vehicle.isSelected}`;
      const known = markers.get(vehicle.id);
      if (!known) {
        const made = marker([vehicle.lat, vehicle.lon], {
          icon: iconOf(vehicle),
          pane: 'vehicles',
          alt: vehicle.label,
        }).addTo(map);
        made.on('click', () => select.current(vehicle.id));
        made.on('keypress', (event) => {
          if (event.originalEvent.key === 'Enter') select.current(vehicle.id);
        });
        name(made, vehicle.label);
        markers.set(vehicle.id, { marker: made, look });
        continue;
      }
      known.marker.setLatLng([vehicle.lat, vehicle.lon]);
      if (known.look === look) continue;
      known.look = look;
      known.marker.setIcon(iconOf(vehicle));
      name(known.marker, vehicle.label);
      known.marker.setZIndexOffset(vehicle.isSelected ? 1000 : 0);
    }
  }, [map, vehicles]);
  return null;
}

/** For those who point at it, and for those who hear the page. */
function name(placed: Marker, label: string): void {
  for (const attribute of ['aria-label', 'title']) placed.getElement()?.setAttribute(attribute, label);
}

function iconOf(vehicle: MapVehicle): ReturnType<typeof textIcon> {
  const looks = [
    'mapVehicle',
    vehicle.isEmpty && 'mapVehicle-empty',
    vehicle.isSelected && 'mapVehicle-selected',
  ];
  return textIcon(looks.filter(Boolean).join(' '), vehicle.name);
}
