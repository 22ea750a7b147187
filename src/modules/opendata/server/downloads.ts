// The door for programs that want a file: figures as CSV, and as an OData service.

import * as z from 'zod';
import { downloadHeaders } from '../../../platform/server/http/download-headers.ts';
import { type RawRoute, rawRoute } from '../../../platform/server/http/raw-route.ts';
import { figuresCsv } from '../../figures/server/index.ts';
import { openAsked } from '../domain/contract.ts';
import { checkOptions, METADATA, odataAnswer, odataOptions, SERVICE } from '../domain/odata.ts';
import { admitKey } from './admit-key.ts';
import { readOpen } from './read-open.ts';

const meta = (name: string) => ({ name, roles: 'public' as const, writes: false, offline: false, heavy: true });

const csv = rawRoute({
  meta: meta('opendata.csv'),
  method: 'GET',
  path: '/open/figures.csv',
  input: openAsked,
  answer: async (context, asked) => {
    const { asOf, figures } = await readOpen(context, asked, 'opendata.csv');
    const text = figuresCsv(figures.map(({ figure, ...line }) => ({ id: figure, ...line })));
    return { headers: downloadHeaders(`公布数_${asOf}.csv`, 'csv'), body: text };
  },
});

/** OData says its version with every answer. */
const answered = (type: string, body: string) => ({
  headers: { 'content-type': type, 'odata-version': '4.0', 'cache-control': 'no-store' },
  body,
});
const JSON_TYPE = 'application/json;odata.metadata=minimal;charset=utf-8';

const service = rawRoute({
  meta: meta('opendata.odata-service'),
  method: 'GET',
  path: '/open/odata',
  input: z.object({}),
  answer: async (context) => {
    await admitKey(context);
    return answered(JSON_TYPE, JSON.stringify(SERVICE));
  },
});

const metadata = rawRoute({
  meta: meta('opendata.odata-metadata'),
  method: 'GET',
  path: '/open/odata/$metadata',
  input: z.object({}),
  answer: async (context) => {
    await admitKey(context);
    return answered('application/xml;charset=utf-8', METADATA);
  },
});

const set = rawRoute({
  meta: meta('opendata.odata'),
  method: 'GET',
  path: '/open/odata/Figures',
  input: openAsked.extend(odataOptions.shape).loose(),
  answer: async (context, asked) => {
    checkOptions(asked);
    const { figures } = await readOpen(context, asked, 'opendata.odata');
    return answered(JSON_TYPE, JSON.stringify(odataAnswer(figures, asked)));
  },
});

export const opendataDownloads: RawRoute[] = [csv, service, metadata, set];
