// The code of a dataset, where an address or an operation names one.

import * as z from 'zod';
import { FEEDS } from './datasets/index.ts';

export const datasetCode = z.enum(FEEDS.map((feed) => feed.code) as [string, ...string[]]).meta({ title: '数据种类' });
