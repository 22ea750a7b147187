// Everything that somebody holds goes to another: shown first, then moved.

import * as z from 'zod';
import { recordId } from '../../../kernel/input.ts';
import { OFFICERS, operation, requestId } from '../../../kernel/operation.ts';
import { stateName } from '../../cases/domain/schemas.ts';

const int = z.number().int();

/** At most so many in one go; the rest with the next. */
export const MOST_MOVED = 200;

const held = z.object({
  countyCode: int,
  id: int,
  headName: z.string(),
  villageName: z.string(),
  townshipName: z.string(),
  state: stateName,
});

export const handoverContract = {
  holdings: operation({ name: 'handover.holdings', roles: OFFICERS })
    .route({ method: 'GET', path: '/handover/{accountId}', summary: '名下的监测对象' })
    .input(z.object({ accountId: recordId }))
    .output(z.object({ name: z.string(), total: int, items: z.array(held) })),

  move: operation({ name: 'handover.move', roles: ['township-officer', 'county-officer'], writes: true })
    .route({ method: 'POST', path: '/handover/{accountId}', summary: '移交名下的监测对象' })
    .input(
      z.object({
        requestId,
        accountId: recordId,
        to: recordId,
        reason: z.string().trim().min(2, '请填写移交原因').max(200).meta({ title: '移交原因' }),
      }),
    )
    .output(
      z.object({ moved: int, left: int, refused: z.array(z.object({ headName: z.string(), reason: z.string() })) }),
    ),
};
