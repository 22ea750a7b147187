// Forms of registers of an area as the file that was asked for: workbook, Word, PDF, a page to print.

import * as z from 'zod';
import { regionCode } from '../../../kernel/input.ts';
import { OFFICERS } from '../../../kernel/operation.ts';
import { TABLE_PAPER_FORMATS } from '../../../kernel/papers/formats.ts';
import { formatDate } from '../../../kernel/plain-date.ts';
import { dayOn } from '../../../platform/server/clock.ts';
import { type RawRoute, rawRoute } from '../../../platform/server/http/raw-route.ts';
import { answerTable, checkFormat } from '../../../platform/server/papers/answer-file.ts';
import { formPaper, type RegisterForm, readRegisterForm } from '../../../platform/server/registers/forms/read-form.ts';
import { rangeAsked } from './area.ts';
import { getRegion, namesOf } from './queries.ts';

type FormsOfSlice<Key extends string> = {
  /** Its name in the audit, `governance.form`; the path is made of it: `/governance/forms/:form`. */
  name: `${string}.form`;
  titles: Readonly<Record<Key, string>>;
  forms: Readonly<Record<Key, RegisterForm>>;
};

const NO_PICTURES = new Map<string, never>();

/** One route for all forms of a slice. */
export function formRoute<Key extends string>({ name, titles, forms }: FormsOfSlice<Key>): RawRoute {
  const keys = Object.keys(titles) as [Key, ...Key[]];
  return rawRoute({
    meta: { name, roles: ['village-worker', ...OFFICERS], writes: false, offline: false, heavy: true, quota: 'export' },
    method: 'GET',
    path: `/${name.split('.')[0]}/forms/:form`,
    input: z.object({
      form: z.enum(keys),
      area: regionCode.optional(),
      format: z.enum(TABLE_PAPER_FORMATS).default('xlsx'),
    }),
    answer: async ({ db, actor, services, spend }, { form, area, format }) => {
      checkFormat(format, spend);
      const document = await db.write(actor, undefined, async (tx) => {
        const region = await getRegion(tx, area ?? actor.areaCode);
        const sheet = await readRegisterForm(tx, forms[form as Key], await rangeAsked(tx, area), namesOf);
        const built = formPaper(titles[form as Key], region.name, formatDate(dayOn(services.clock)), sheet);
        const subject = {
          subjectKind: 'list',
          subjectId: String(form),
          regionCode: Math.max(area ?? 0, actor.areaCode),
        };
        return { result: built, audit: { operation: name, ...subject, after: { rows: sheet.rows.length, format } } };
      });
      const options = { title: document.title, pageNumbers: true };
      return answerTable({ accountId: actor.accountId, documents: [document], pictures: NO_PICTURES, options }, format);
    },
  });
}
