// People whom forms name: accounts at work in the county, and cadres of the roster.

import * as z from 'zod';
import { filterText } from '../../../kernel/input.ts';
import { operation, READERS } from '../../../kernel/operation.ts';

export const organisationsContract = {
  people: operation({ name: 'organisations.people', roles: READERS })
    .route({ method: 'GET', path: '/people', summary: '查找工作人员' })
    .input(z.object({ text: filterText.optional() }))
    .output(
      z.array(
        z.object({
          name: z.string(),
          /** Absent for a cadre who has no account. */
          accountId: z.number().int().optional(),
          /** Office and place, or unit and post. */
          note: z.string(),
        }),
      ),
    ),
};
