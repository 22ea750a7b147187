// Operations on responsibility: the chain of an area on a day, that of a household, and who or what is left without a person.

import * as z from 'zod';
import { day, recordKey, regionCode } from '../../../kernel/input.ts';
import { OFFICERS, operation, READERS } from '../../../kernel/operation.ts';
import { PAPER_FORMATS } from '../../../kernel/papers/formats.ts';
import { LEVELS } from '../../../kernel/region-code.ts';
import { POSTS } from '../../policies/domain/duty-term-register.ts';
import { GAP_KINDS, HELD_KINDS } from './chain.ts';

const int = z.number().int();
const level = z.enum(LEVELS);
const post = z.enum(Object.keys(POSTS) as [keyof typeof POSTS]);
const area = regionCode.optional();
const number = z.string().trim().min(1).max(200);

const link = z.object({
  code: int,
  name: z.string(),
  level,
  holders: z.array(
    z.object({
      post,
      name: z.string(),
      unit: z.string().optional(),
      title: z.string().optional(),
      department: z.string().optional(),
      since: z.string(),
      acting: z.boolean(),
      documentNo: z.string().optional(),
    }),
  ),
  /** Required posts nobody holds on the day, and since when; without a day nobody ever did. */
  vacant: z.array(z.object({ post, since: z.string().optional() })),
});

export const dutiesContract = {
  chain: operation({ name: 'duties.chain', roles: READERS })
    .route({ method: 'GET', path: '/duties/chain', summary: '责任链' })
    .input(z.object({ area, on: day.optional() }))
    .output(
      z.object({
        asOf: z.string(),
        /** From the region down to the area itself. */
        above: z.array(link),
        /** The regions of the next level. */
        below: z.array(link),
        /** Of all regions in the area, those that have all required posts filled, by level. */
        complete: z.array(z.object({ level, regions: int, whole: int })),
      }),
    ),

  ofHousehold: operation({ name: 'duties.of-household', roles: READERS })
    .route({ method: 'GET', path: '/duties/households/{countyCode}/{id}', summary: '农牧户的责任链' })
    .input(recordKey.extend({ on: day.optional() }))
    .output(
      z.object({
        asOf: z.string(),
        headName: z.string(),
        number: z.string(),
        levels: z.array(link),
        /** Who is nearest: the person in charge of the case, the village team, units paired with the village. */
        near: z.array(
          z.object({ role: z.string(), name: z.string(), note: z.string().optional(), since: z.string().optional() }),
        ),
      }),
    ),

  cadre: operation({ name: 'duties.cadre', roles: READERS })
    .route({ method: 'GET', path: '/duties/cadres/{number}', summary: '干部名下的责任' })
    .input(z.object({ number }))
    .output(
      z.object({
        asOf: z.string(),
        number: z.string(),
        name: z.string(),
        unit: z.string().optional(),
        title: z.string().optional(),
        terms: z.array(
          z.object({
            post,
            regionName: z.string(),
            level,
            since: z.string(),
            until: z.string().optional(),
            acting: z.boolean(),
          }),
        ),
        /** What he or she holds by name, in the area of whoever asks: to be handed over before leaving. */
        held: z.array(
          z.object({
            kind: z.enum(HELD_KINDS),
            subject: z.string(),
            title: z.string(),
            regionName: z.string(),
            dueOn: z.string().optional(),
          }),
        ),
      }),
    ),

  gaps: operation({ name: 'duties.gaps', roles: READERS })
    .route({ method: 'GET', path: '/duties/gaps', summary: '责任空缺' })
    .input(z.object({ area, kind: z.enum(GAP_KINDS).optional() }))
    .output(
      z.object({
        asOf: z.string(),
        areaName: z.string(),
        counts: z.record(z.string(), int),
        vacantDays: int,
        rows: z.array(
          z.object({
            kind: z.enum(GAP_KINDS),
            subject: z.string(),
            title: z.string(),
            regionCode: int,
            regionName: z.string(),
            since: z.string().optional(),
            /** Of a vacant post longer than the setting allows. */
            late: z.boolean(),
          }),
        ),
      }),
    ),
};

/** 责任链 of a household as a paper. */
export const chainPaperInput = recordKey.extend({ format: z.enum(PAPER_FORMATS) });
/** 责任交接清单 of a cadre as a paper. */
export const handoverPaperInput = z.object({ number, format: z.enum(PAPER_FORMATS) });
export const HANDOVER_PAPER_ROLES = OFFICERS;
export const PAPER_ROLES = READERS;
