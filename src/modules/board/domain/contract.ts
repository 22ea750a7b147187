// Operations of the board. Opening it reads what was kept; what is missing or old is counted figure by figure afterwards.

import * as z from 'zod';
import { day, regionCode } from '../../../kernel/input.ts';
import { operation, READERS, requestId } from '../../../kernel/operation.ts';
import { TABLE_PAPER_FORMATS } from '../../../kernel/papers/formats.ts';
import { LEVELS } from '../../../kernel/region-code.ts';
import { STATUSES } from '../../figures/domain/answer.ts';
import { FIGURE_GROUPS } from '../../figures/domain/definitions/index.ts';
import { MOST_CHOSEN } from './default-figures.ts';

const int = z.number().int();
const id = z.string().min(1).max(80).meta({ title: '指标' });
const ids = z.array(id).min(1).max(MOST_CHOSEN);

const asked = z.object({
  area: regionCode.optional().meta({ title: '地区' }),
  /** Left out: that of the newest published statement, else today. */
  day: day.optional().meta({ title: '时点' }),
});

const kept = z.object({
  status: z.enum(STATUSES),
  value: z.string(),
  shown: z.string(),
  /** In the figure's unit; absent where it is no number. */
  number: z.number().optional(),
});

const card = z.object({
  id: z.string(),
  name: z.string(),
  unit: z.string(),
  /** Absent where it has not been counted yet. */
  now: kept.optional(),
  lastWeek: kept.optional(),
  lastYear: kept.optional(),
  trend: z.array(z.object({ day: z.string(), kept: kept.optional() })),
  plan: z.object({ number: z.number(), setBy: z.string() }).optional(),
  keptAt: z.string().optional(),
  /** To be counted: values that are missing or older than they may be. */
  isOld: z.boolean(),
  isTrendOld: z.boolean(),
});

const about = z.object({
  area: int,
  areaName: z.string(),
  level: z.enum(LEVELS),
  day: z.string(),
  /** The days that are compared with. */
  week: z.string(),
  year: z.string(),
});

export const RANKED_LEVELS = ['prefecture', 'county'] as const;
const askedCard = asked.extend({ figure: id });
const region = kept.extend({ code: int, name: z.string(), lastYear: kept.optional() });

export const boardPaperInput = asked.extend({
  /** Whose ranking stands on the sheet, beside the figures. */
  figure: id.optional(),
  format: z.enum(TABLE_PAPER_FORMATS).default('html'),
});

export const boardContract = {
  show: operation({ name: 'board.show', roles: READERS })
    .route({ method: 'GET', path: '/board', summary: '看板' })
    .input(asked)
    .output(
      about.extend({
        /** Whether the account has chosen for itself. */
        isChosen: z.boolean(),
        cards: z.array(card),
        choices: z.array(
          z.object({ id: z.string(), name: z.string(), unit: z.string(), group: z.enum(FIGURE_GROUPS) }),
        ),
      }),
    ),

  choose: operation({ name: 'board.choose', roles: READERS, writes: true })
    .route({ method: 'PUT', path: '/board/figures', summary: '选看板指标' })
    /** Without figures: what the board shows by itself. */
    .input(z.object({ requestId, figures: ids.optional().meta({ title: '指标' }) }))
    .output(z.object({})),

  count: operation({ name: 'board.count', roles: READERS, heavy: true })
    .route({ method: 'GET', path: '/board/count', summary: '计算看板的一个指标' })
    .input(askedCard.extend({ what: z.enum(['now', 'trend']) }))
    .output(z.object({ counted: int })),

  regions: operation({ name: 'board.regions', roles: READERS, heavy: true })
    .route({ method: 'GET', path: '/board/regions', summary: '看板指标分地区' })
    .input(askedCard.extend({ level: z.enum(RANKED_LEVELS) }))
    .output(about.extend({ id: z.string(), name: z.string(), unit: z.string(), regions: z.array(region) })),
};
