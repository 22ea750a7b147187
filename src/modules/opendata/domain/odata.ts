// The door as an OData 4 service for tools that draw charts: one set of figures, which a question narrows by day, area and level.

import * as z from 'zod';
import { Problem } from '../../../kernel/problem.ts';
import './problems.ts';

export type OpenLine = {
  figure: string;
  name: string;
  unit: string;
  area: number;
  areaName: string;
  asOf: string;
  status: string;
  value: string;
  shown: string;
};

const COLUMNS = ['figure', 'area', 'asOf', 'name', 'unit', 'areaName', 'status', 'value', 'shown', 'number'] as const;
const TYPES: Partial<Record<(typeof COLUMNS)[number], string>> = {
  area: 'Edm.Int64',
  asOf: 'Edm.Date',
  number: 'Edm.Double',
};
const KEY = COLUMNS.slice(0, 3);

const property = (name: (typeof COLUMNS)[number]) =>
  `<Property Name="${name}" Type="${TYPES[name] ?? 'Edm.String'}"${name === 'number' ? '' : ' Nullable="false"'}/>`;

/** What tools may leave to the service: nothing but how many rows, from which on. */
const refused = (what: string, can: string) =>
  `<Annotation Term="Org.OData.Capabilities.V1.${what}"><Record><PropertyValue Property="${can}" Bool="false"/></Record></Annotation>`;

export const METADATA = `<?xml version="1.0" encoding="utf-8"?>
<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
<Schema Namespace="Shouwang" xmlns="http://docs.oasis-open.org/odata/ns/edm">
<EntityType Name="Figure"><Key>${KEY.map((name) => `<PropertyRef Name="${name}"/>`).join('')}</Key>${COLUMNS.map(property).join('')}</EntityType>
<EntityContainer Name="Container"><EntitySet Name="Figures" EntityType="Shouwang.Figure">
${refused('FilterRestrictions', 'Filterable')}${refused('SortRestrictions', 'Sortable')}${refused('SelectSupport', 'Supported')}
</EntitySet></EntityContainer>
</Schema></edmx:DataServices></edmx:Edmx>`;

export const SERVICE = {
  '@odata.context': '$metadata',
  value: [{ name: 'Figures', kind: 'EntitySet', url: 'Figures' }],
};

const whole = z.coerce.number().int().min(0).max(100_000);

/** Query options of OData that the set knows; others are refused, because an answer that ignores them would be wrong. */
const OPTIONS = { $top: whole.optional(), $skip: whole.optional(), $count: z.enum(['true', 'false']).optional() };
export const odataOptions = z.object({ ...OPTIONS, $format: z.string().max(60).optional() });
export type OdataOptions = z.output<typeof odataOptions>;

/** Throws `opendata.not-supported` for an option that the set does not know. */
export function checkOptions(asked: Readonly<Record<string, unknown>>): void {
  const other = Object.keys(asked).find((name) => name.startsWith('$') && !(name in OPTIONS) && name !== '$format');
  if (other !== undefined) throw new Problem('opendata.not-supported', { option: other });
}

/** The exact value as a number of base units, where it is one: `380000000/1760000000` is 0.2159…. */
export function numberOf(value: string): number | null {
  const match = /^(-?\d+)(?:\/(\d+))?$/.exec(value);
  return match ? Number(match[1]) / Number(match[2] ?? 1) : null;
}

/** Lines in the order of the set, of which a page may be asked for. */
export function odataAnswer(lines: readonly OpenLine[], { $top, $skip = 0, $count }: OdataOptions): object {
  const page = lines.slice($skip, $top === undefined ? undefined : $skip + $top);
  return {
    '@odata.context': '$metadata#Figures',
    ...($count === 'true' ? { '@odata.count': lines.length } : {}),
    value: page.map((line) => ({ ...line, number: numberOf(line.value) })),
  };
}
