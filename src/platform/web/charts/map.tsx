// A choropleth of counties with its legend, and beside it the table of the same numbers: never a map alone.

import type { EChartsCoreOption } from 'echarts/core';
import { useMemo } from 'react';
import * as z from 'zod';
import { COLOURS, FONTS, STEPS } from '../look/theme.ts';
import { ChartCanvas } from './chart-canvas.tsx';
import { MapLegend, stepOf } from './map-legend.tsx';
import { classOf, type MapClass, quantileClasses } from './quantiles.ts';

/** `countyCode` is the six-digit code; an unknown value stays undefined and is drawn empty, with a broken outline: the lowest class has a colour. */
export type MapPlace = { countyCode: number; name: string; value: number | undefined };

export type CountyMapProps = {
  /** What is drawn: the figure's Chinese name. */
  figure: string;
  unit: string;
  places: MapPlace[];
  format: (value: number | undefined) => string;
  onOpen: (place: MapPlace) => void;
  /** 审图号 of the boundaries, once there is one. */
  approval?: string;
  height?: number;
};

const BOUNDARIES = '/reference/counties.geo.json';
const MAP_NAME = 'counties';

const boundaries = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(z.object({ properties: z.object({ adcode: z.number() }).loose() }).loose()),
});

type Boundaries = z.infer<typeof boundaries>;

let loading: Promise<Boundaries> | undefined;

function loadBoundaries(): Promise<Boundaries> {
  loading ??= fetch(BOUNDARIES).then(async (response) => boundaries.parse(await response.json()));
  return loading;
}

/** Registers only the counties that are drawn, so that the map fits one league as well as the whole region. */
async function register(name: string, codes: Set<number>): Promise<void> {
  const [{ registerMap }, all] = await Promise.all([import('./echarts.ts'), loadBoundaries()]);
  const features = all.features
    .filter((feature) => codes.has(feature.properties.adcode))
    .map((feature) => ({ ...feature, properties: { ...feature.properties, name: String(feature.properties.adcode) } }));
  registerMap(name, JSON.stringify({ type: 'FeatureCollection', features }));
}

export function CountyMap(props: CountyMapProps) {
  const { figure, unit, places, format, onOpen, approval, height = 460 } = props;
  const classes = useMemo(
    () =>
      quantileClasses(
        places.flatMap(({ value }) => (value === undefined ? [] : [value])),
        STEPS.length,
      ),
    [places],
  );
  const codes = useMemo(() => new Set(places.map(({ countyCode }) => countyCode)), [places]);
  const name = `${MAP_NAME}-${[...codes].join('-')}`;
  const option = useMemo(
    () => mapOption(name, places, classes, (place) => `${place.name}\n${figure} ${format(place.value)} ${unit}`),
    [name, places, classes, figure, unit, format],
  );
  const ranked = useMemo(() => [...places].sort((a, b) => (b.value ?? -Infinity) - (a.value ?? -Infinity)), [places]);
  return (
    <figure className="sw-map">
      <div className="sw-map-drawing">
        <ChartCanvas
          key={name}
          option={option}
          height={height}
          label={`${figure}分旗县示意图，数据见旁边的表`}
          prepare={() => register(name, codes)}
          onClick={(index) => {
            const place = places[index];
            if (place) onOpen(place);
          }}
        />
        <MapLegend classes={classes} format={format} unit={unit} unknown={places.some((p) => p.value === undefined)} />
        <figcaption className="sw-quiet">示意图，不作为划界依据。审图号：{approval ?? '未取得'}</figcaption>
      </div>
      <div className="sw-map-table" style={{ maxHeight: height + 60 }}>
        <table className="sw-plain-table">
          <thead>
            <tr>
              <th scope="col">旗县</th>
              <th scope="col">
                {figure}（{unit}）
              </th>
            </tr>
          </thead>
          <tbody>
            {ranked.map((place) => (
              <tr key={place.countyCode}>
                <th scope="row">
                  <button type="button" className="sw-link" onClick={() => onOpen(place)}>
                    {place.name}
                  </button>
                </th>
                <td>{format(place.value)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  );
}

function mapOption(
  name: string,
  places: MapPlace[],
  classes: MapClass[],
  tip: (place: MapPlace) => string,
): EChartsCoreOption {
  return {
    animation: false,
    textStyle: { fontFamily: FONTS },
    // Plain text: names from a file never become markup.
    tooltip: {
      renderMode: 'richText',
      formatter: ({ dataIndex }: { dataIndex: number }) => {
        const place = places[dataIndex];
        return place ? tip(place) : '';
      },
    },
    series: [
      {
        type: 'map',
        map: name,
        // Degrees of longitude are shorter than degrees of latitude up here (cos 44°).
        aspectScale: 0.72,
        top: 8,
        bottom: 8,
        left: 8,
        right: 8,
        selectedMode: false,
        label: { show: false },
        emphasis: { label: { show: false }, itemStyle: { areaColor: '#F0C36D' } },
        itemStyle: { borderColor: '#FFFFFF', borderWidth: 0.8 },
        data: places.map(({ countyCode, value }) => ({
          name: String(countyCode),
          value: value ?? null,
          itemStyle: {
            ...(value === undefined
              ? { areaColor: '#FFFFFF', borderColor: COLOURS.textQuiet, borderType: 'dashed' }
              : { areaColor: stepOf(classOf(classes, value), classes.length), borderColor: COLOURS.page }),
          },
        })),
      },
    ],
  };
}
