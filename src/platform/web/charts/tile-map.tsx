// Places without boundaries: a tile each, in the order of their codes, under the region they belong to. Every tile bears its number, so
// that nothing is told by colour alone.

import { useMemo } from 'react';
import { STEPS } from '../look/theme.ts';
import { MapLegend, stepOf } from './map-legend.tsx';
import { classOf, quantileClasses } from './quantiles.ts';
import './tile-map.css';

/** `mark` stands out beside the number, in words. */
export type Tile = { code: number; name: string; groupCode: number; groupName: string; value: number; mark?: string };

type Props = {
  figure: string;
  unit: string;
  tiles: readonly Tile[];
  onOpen: (tile: Tile) => void;
};

/** From this step on the ground is too dark for dark letters. */
const DARK = 3;

export function TileMap({ figure, unit, tiles, onOpen }: Props) {
  const classes = useMemo(
    () =>
      quantileClasses(
        tiles.flatMap(({ value }) => (value > 0 ? [value] : [])),
        STEPS.length,
      ),
    [tiles],
  );
  const groups = useMemo(() => [...Map.groupBy(tiles, ({ groupCode }) => groupCode)], [tiles]);
  return (
    <figure className="sw-tiles" aria-label={figure}>
      <MapLegend classes={classes} format={String} unit={unit} unknown={false} />
      {groups.map(([code, own]) => (
        <section key={code}>
          <h3>
            {own[0]?.groupName}
            <span className="sw-quiet">
              {' '}
              {own.length} 个嘎查村，其中 {own.filter(({ value }) => value > 0).length} 个有
            </span>
          </h3>
          <ul>
            {own.map((tile) => (
              <li key={tile.code}>
                <OneTile tile={tile} unit={unit} step={stepOfTile(tile.value, classes)} onOpen={onOpen} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      <figcaption className="sw-quiet">示意图：嘎查村没有边界数据，按区划代码排列，不表示位置。</figcaption>
    </figure>
  );
}

type Step = (typeof STEPS)[number];
type Classes = ReturnType<typeof quantileClasses>;

function stepOfTile(value: number, classes: Classes): Step | undefined {
  return value > 0 ? stepOf(classOf(classes, value), classes.length) : undefined;
}

type TileProps = { tile: Tile; unit: string; step: Step | undefined; onOpen: (tile: Tile) => void };

function OneTile({ tile, unit, step, onOpen }: TileProps) {
  const { name, value, mark } = tile;
  const inside = (
    <>
      <span>{name}</span>
      <strong>
        {value > 0 ? `${value} ${unit}` : '没有'}
        {mark ? <em>{mark}</em> : null}
      </strong>
    </>
  );
  if (!step) return <div className="sw-tile sw-tile-none">{inside}</div>;
  const isDark = STEPS.indexOf(step) >= DARK;
  return (
    <button
      type="button"
      className={isDark ? 'sw-tile sw-tile-dark' : 'sw-tile'}
      style={{ background: step }}
      onClick={() => onOpen(tile)}
    >
      {inside}
    </button>
  );
}
