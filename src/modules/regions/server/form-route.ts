// Forms of registers of an area as the file that was asked for: workbook, Word, PDF, a page to print.

import * as z from 'zod';
import { regionCode } from '../../../kernel/input.ts';
import { OFFICERS } from '../../../kernel/operation.ts';
import { TABLE_PAPER_FORMATS } from '../../../kernel/papers/formats.ts';
import { formatDate } from '../../../kernel/plain-date.ts';
import type { RawRoute } from '../../../platform/server/http/raw-route.ts';
import { paperRoute } from '../../../platform/server/papers/paper-route.ts';
import { formPaper, type RegisterForm, readRegisterForm } from '../../../platform/server/registers/forms/read-form.ts';
import { rangeAsked } from './area.ts';
import { getRegion, namesOf } from './queries.ts';

type FormsOfSlice<Key extends string> = {
  /** Its name in the audit, `governance.form`; the path is made of it: `/governance/forms/:form`. */
  name: `${string}.form`;
  titles: Readonly<Record<Key, string>>;
  forms: Readonly<Record<Key, RegisterForm>>;
};

/** One route for all forms of a slice. */
export function formRoute<Key extends string>({ name, titles, forms }: FormsOfSlice<Key>): RawRoute {
  const keys = Object.keys(titles) as [Key, ...Key[]];
  return paperRoute({
    ...{ name, roles: ['village-worker', ...OFFICERS], heavy: true },
    path: `/${name.split('.')[0]}/forms/:form`,
    input: z.object({
      form: z.enum(keys),
      area: regionCode.optional(),
      format: z.enum(TABLE_PAPER_FORMATS).default('xlsx'),
    }),
    build: async (tx, { form, area }, today) => {
      const region = await getRegion(tx, area ?? tx.actor.areaCode);
      const sheet = await readRegisterForm(tx, forms[form as Key], await rangeAsked(tx, area), namesOf);
      return {
        document: formPaper(titles[form as Key], region.name, formatDate(today), sheet),
        audit: {
          ...{ subjectKind: 'list', subjectId: String(form), regionCode: Math.max(area ?? 0, tx.actor.areaCode) },
          after: { rows: sheet.rows.length },
        },
      };
    },
  });
}
