// Forms of registers of an area as the file that was asked for: workbook, Word, PDF, a page to print.

import * as z from 'zod';
import { regionCode } from '../../../kernel/input.ts';
import { OFFICERS, type Role } from '../../../kernel/operation.ts';
import { TABLE_PAPER_FORMATS } from '../../../kernel/papers/formats.ts';
import { formatDate, type PlainDate, yearOf } from '../../../kernel/plain-date.ts';
import type { RegionRange } from '../../../kernel/region-code.ts';
import type { Tx } from '../../../platform/server/db.ts';
import type { RawRoute } from '../../../platform/server/http/raw-route.ts';
import { paperRoute } from '../../../platform/server/papers/paper-route.ts';
import {
  type FormSheet,
  formPaper,
  type RegisterForm,
  readRegisterForm,
} from '../../../platform/server/registers/forms/read-form.ts';
import { rangeAsked } from './area.ts';
import { getRegion, namesOf } from './queries.ts';

type FormAsked = { range: RegionRange; today: PlainDate; year: number };

/** A form that is no list of one register: reads its own rows. */
export type FormReader = (tx: Tx, asked: FormAsked) => Promise<FormSheet>;

type FormsOfSlice<Key extends string> = {
  /** Its name in the audit; the path begins with its slice: `/governance/forms/:form`. */
  name: string;
  roles?: readonly [Role, ...Role[]];
  titles: Readonly<Record<Key, string>>;
  forms: Readonly<Record<Key, RegisterForm | FormReader>>;
};

/** One route for all forms of a slice. */
export function formRoute<Key extends string>({ name, roles, titles, forms }: FormsOfSlice<Key>): RawRoute {
  const keys = Object.keys(titles) as [Key, ...Key[]];
  return paperRoute({
    ...{ name, roles: roles ?? ['village-worker', ...OFFICERS], heavy: true },
    path: `/${name.split('.')[0]}/forms/:form`,
    input: z.object({
      form: z.enum(keys),
      area: regionCode.optional(),
      year: z.coerce.number<number>().int().min(1900).max(2099).optional(),
      format: z.enum(TABLE_PAPER_FORMATS).default('xlsx'),
    }),
    build: async (tx, { form: key, area, year }, today) => {
      const region = await getRegion(tx, area ?? tx.actor.areaCode);
      const range = await rangeAsked(tx, area);
      const day = formatDate(today);
      const form = forms[key as Key];
      const sheet =
        typeof form === 'function'
          ? await form(tx, { range, today, year: year ?? yearOf(today) })
          : await readRegisterForm(tx, form, { range, day }, namesOf);
      const head = { title: titles[key as Key], place: region.name, day, year };
      return {
        document: formPaper(head, sheet),
        audit: {
          ...{ subjectKind: 'list', subjectId: String(key), regionCode: Math.max(area ?? 0, tx.actor.areaCode) },
          after: { rows: sheet.rows.length, ...(year ? { year } : {}) },
        },
      };
    },
  });
}
