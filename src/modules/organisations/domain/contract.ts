// People whom forms name: accounts at work in the county, and cadres of the roster. Units under two codes, and making them one.

import * as z from 'zod';
import { filterText, regionCode } from '../../../kernel/input.ts';
import { OFFICERS, operation, READERS, requestId } from '../../../kernel/operation.ts';
import { ORGANISATION_KINDS } from './organisation-register.ts';
import { TWIN_SIGNS, type TwinSign } from './twins.ts';

const int = z.number().int();
const MERGERS = ['county-officer', 'region-officer'] as const;
const unitCode = z.string().trim().min(1).max(60);

const unit = z.object({
  code: z.string(),
  name: z.string(),
  kind: z.enum(Object.keys(ORGANISATION_KINDS) as [keyof typeof ORGANISATION_KINDS]),
  regionName: z.string(),
  closedOn: z.string().optional(),
  /** Rows of all registers that name it, as far as the asker sees them. */
  rows: int,
});

const merging = z.object({
  from: unitCode.meta({ title: '并入的单位代码' }),
  to: unitCode.meta({ title: '保留的单位代码' }),
});

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

  twins: operation({ name: 'organisations.twins', roles: OFFICERS, heavy: true })
    .route({ method: 'GET', path: '/organisations/twins', summary: '疑似同一单位' })
    .input(z.object({ area: regionCode.optional(), text: filterText.optional() }))
    .output(
      z.object({
        groups: z.array(
          z.object({ sign: z.enum(Object.keys(TWIN_SIGNS) as [TwinSign]), alike: z.string(), units: z.array(unit) }),
        ),
        merges: z.array(
          z.object({
            setId: int,
            from: z.string(),
            to: z.string(),
            by: z.string(),
            at: z.string(),
            rows: int,
            isUndone: z.boolean(),
          }),
        ),
      }),
    ),

  /** What a merge would move: by register, with rows that are there already under the other code. */
  mergePreview: operation({ name: 'organisations.merge-preview', roles: MERGERS })
    .route({ method: 'GET', path: '/organisations/merge', summary: '预览单位合并' })
    .input(merging)
    .output(
      z.object({
        from: unit,
        to: unit,
        registers: z.array(z.object({ register: z.string(), title: z.string(), rows: int, taken: int, outside: int })),
      }),
    ),

  /** Taken back like an import: `registers.undo-import` with the set. */
  merge: operation({ name: 'organisations.merge', roles: MERGERS, writes: true })
    .route({ method: 'POST', path: '/organisations/merge', summary: '合并单位' })
    .input(merging.extend({ requestId, basis: z.string().trim().min(2).max(200).meta({ title: '依据' }) }))
    .output(z.object({ setId: int, moved: z.record(z.string(), int) })),
};
