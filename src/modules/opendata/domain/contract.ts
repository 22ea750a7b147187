// Operations of the open data door: keys, which administrators make and end, and the figures that a key reads.

import * as z from 'zod';
import { day, recordId, regionCode } from '../../../kernel/input.ts';
import { operation, requestId } from '../../../kernel/operation.ts';
import { STATUSES } from '../../figures/domain/answer.ts';

const int = z.number().int();
const ADMINISTRATORS = ['administrator'] as const;
const figureId = z.string().min(1).max(80);

/** Levels for which one question answers all regions of the area. */
export const OPEN_LEVELS = ['prefecture', 'county'] as const;

/** What every question of the door says. */
export const openAsked = z.object({
  /** A day; left out: that of the newest published statement, else today. */
  day: day.optional().meta({ title: '时点' }),
  /** A region within the key's; left out: the key's own. */
  area: regionCode.optional().meta({ title: '地区' }),
  /** Left out: of the area alone; else of all its leagues or counties. */
  level: z.enum(OPEN_LEVELS).optional().meta({ title: '分地区' }),
  /** Ids divided by commas; left out: all of the key. */
  figures: z.string().max(4000).optional().meta({ title: '指标' }),
  /** A day, or a time of China like `2022-06-08T10:00:00`; left out: all that is recorded. */
  knownBy: z.string().max(40).optional().meta({ title: '截至何时录入' }),
});

const line = z.object({
  figure: z.string(),
  name: z.string(),
  unit: z.string(),
  area: int,
  areaName: z.string(),
  asOf: z.string(),
  status: z.enum(STATUSES),
  /** Exact, in the base unit: fen, persons, rows, `a/b`. */
  value: z.string(),
  /** As it is printed. */
  shown: z.string(),
});

const key = z.object({
  id: int,
  name: z.string(),
  office: z.string(),
  area: int,
  areaName: z.string(),
  figures: z.array(z.string()),
  hint: z.string(),
  perMinute: int,
  expiresOn: z.string(),
  state: z.enum(['active', 'expired', 'revoked']),
  madeBy: z.string(),
  madeAt: z.string(),
  lastUsedAt: z.string().nullable(),
});

export const opendataContract = {
  keys: operation({ name: 'opendata.keys', roles: ADMINISTRATORS })
    .route({ method: 'GET', path: '/open-keys', summary: '数据接口密钥' })
    .output(z.array(key)),

  /** The key is answered once and kept nowhere. */
  makeKey: operation({ name: 'opendata.make-key', roles: ADMINISTRATORS, writes: true })
    .route({ method: 'POST', path: '/open-keys', summary: '发放数据接口密钥' })
    .input(
      z.object({
        requestId,
        name: z.string().trim().min(1).max(60).meta({ title: '用途' }),
        office: z.string().trim().min(1).max(60).meta({ title: '使用单位' }),
        area: regionCode.meta({ title: '地区' }),
        figures: z.array(figureId).min(1).max(200).meta({ title: '指标' }),
        perMinute: int.min(1).max(600).default(30).meta({ title: '每分钟次数' }),
        expiresOn: day.meta({ title: '有效期至' }),
      }),
    )
    .output(z.object({ id: int, key: z.string() })),

  revokeKey: operation({ name: 'opendata.revoke-key', roles: ADMINISTRATORS, writes: true })
    .route({ method: 'POST', path: '/open-keys/{id}/revoke', summary: '停用数据接口密钥' })
    .input(z.object({ requestId, id: recordId }))
    .output(z.object({})),

  /** For programs of other offices: `Authorization: Bearer <key>`. Never a row of a person. */
  figures: operation({ name: 'opendata.figures', roles: 'public', heavy: true })
    .route({ method: 'GET', path: '/open/figures', summary: '按密钥读取指标' })
    .input(openAsked)
    .output(z.object({ asOf: z.string(), knownBy: z.string().nullable(), figures: z.array(line) })),
};
