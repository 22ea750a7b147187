// Rows of all registers at once, by key or name: what the search box asks.

import * as z from 'zod';
import { filterText } from '../input.ts';
import { operation, READERS } from '../operation.ts';

export const foundRow = z.object({
  /** Of the register. */
  code: z.string(),
  title: z.string(),
  countyCode: z.number(),
  id: z.number(),
  key: z.string(),
  name: z.string().optional(),
  placeName: z.string(),
});

/** Own area first. */
export const registerFindContract = {
  find: operation({ name: 'registers.find', roles: READERS })
    .route({ method: 'GET', path: '/registers/find', summary: '按编号或名称查找台账记录' })
    .input(z.object({ text: filterText }))
    .output(z.array(foundRow)),
};
