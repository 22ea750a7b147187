// Regions by warnings per thousand households, most first, with a sum; every count opens the list it counts.

import { Link } from '@tanstack/react-router';
import { Tooltip } from 'antd';
import { formatCount, UNKNOWN } from '../../../../platform/web/numbers.ts';
import { useArea } from '../../../../platform/web/regions.tsx';
import { LEVELS } from '../../domain/rules.ts';
import type { MapItem } from '../types.ts';
import { LEVEL_WORDS } from './words.tsx';

type Figures = Omit<MapItem, 'code' | 'name' | 'level'>;

/** Warnings per thousand households; unknown where there are no households. */
export function perMille({ warnings, households }: Pick<Figures, 'warnings' | 'households'>): number | undefined {
  return households > 0 ? (warnings / households) * 1000 : undefined;
}

export function formatPerMille(value: number | undefined): string {
  return value === undefined ? UNKNOWN : value.toFixed(1);
}

const COUNTS = ['households', 'warnings', 'open', ...LEVELS] as const;

function sumOf(items: MapItem[]): Figures {
  const sum: Figures = { households: 0, warnings: 0, open: 0, red: 0, orange: 0, yellow: 0, data: 0 };
  for (const item of items) for (const key of COUNTS) sum[key] += item[key];
  return sum;
}

type RankedRegionsProps = {
  items: MapItem[];
  /** What the regions are: 旗县. */
  heading: string;
  /** There is nothing below these. */
  leaf: boolean;
};

export function RankedRegions({ items, heading, leaf }: RankedRegionsProps) {
  const { code: area, setArea } = useArea();
  const ranked = items
    .filter(({ households, warnings }) => households > 0 || warnings > 0)
    .sort((a, b) => (perMille(b) ?? 0) - (perMille(a) ?? 0));
  const without = items.length - ranked.length;
  return (
    <div className="sw-scroll">
      <table className="sw-plain-table">
        <thead>
          <tr>
            <th scope="col">{heading}</th>
            <th scope="col">农牧户（户）</th>
            <th scope="col">预警（户）</th>
            <th scope="col">每千户预警数</th>
            {LEVELS.map((level) => (
              <th key={level} scope="col">
                {LEVEL_WORDS[level]}
              </th>
            ))}
            <th scope="col">未核实</th>
          </tr>
        </thead>
        <tbody>
          {ranked.map((item) => (
            <tr key={item.code}>
              <th scope="row">
                {leaf ? (
                  item.name
                ) : (
                  <button type="button" className="sw-link" onClick={() => setArea(item.code)}>
                    {item.name}
                  </button>
                )}
              </th>
              <Cells figures={item} area={item.code} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="sw-totals">
            <th scope="row">合计</th>
            <Cells figures={sumOf(items)} area={area} />
          </tr>
        </tfoot>
      </table>
      {without > 0 ? (
        <p className="sw-quiet">
          另有 {without} 个{heading}没有农牧户数据，未列出。
        </p>
      ) : null}
    </div>
  );
}

function Cells({ figures, area }: { figures: Figures; area: number }) {
  return (
    <>
      <td>{formatCount(figures.households)}</td>
      <td>
        <Rows area={area} count={figures.warnings} />
      </td>
      <td>
        <Tooltip title={`${formatCount(figures.warnings)} / ${formatCount(figures.households)} 户`}>
          {formatPerMille(perMille(figures))}
        </Tooltip>
      </td>
      {LEVELS.map((level) => (
        <td key={level}>
          <Rows area={area} count={figures[level]} search={{ level }} />
        </td>
      ))}
      <td>
        <Rows area={area} count={figures.open} search={{ state: 'open' }} />
      </td>
    </>
  );
}

type RowsProps = { area: number; count: number; search?: Record<string, string> };

function Rows({ area, count, search = {} }: RowsProps) {
  if (count === 0) return '0';
  return (
    <Link to="/warnings" search={() => ({ ...search, area: String(area) })}>
      {formatCount(count)}
    </Link>
  );
}
