// Forms of projects as workbooks, as they are handed up and printed.

import * as z from 'zod';
import { keysOf, regionCode } from '../../../../kernel/input.ts';
import { READERS } from '../../../../kernel/operation.ts';
import { yearOf } from '../../../../kernel/plain-date.ts';
import { dayOn } from '../../../../platform/server/clock.ts';
import { downloadHeaders } from '../../../../platform/server/http/download-headers.ts';
import { rawRoute } from '../../../../platform/server/http/raw-route.ts';
import { writeXlsx } from '../../../../platform/server/tables/xlsx/xlsx-write.ts';
import { exportHead, rangeAsked } from '../../../regions/server/index.ts';
import { FORMS } from '../../domain/forms.ts';
import { readForm } from './read-form.ts';

export const exportForm = rawRoute({
  meta: { name: 'money.export-form', roles: READERS, writes: false, offline: false, heavy: true, quota: 'export' },
  method: 'GET',
  path: '/money/forms/export',
  input: z.object({
    form: z.enum(keysOf(FORMS)),
    area: regionCode.optional(),
    year: z.coerce.number<number>().int().min(1900).max(2099).optional(),
  }),
  answer: async ({ db, actor, services }, { form, area, year: asked }) =>
    db.write(actor, undefined, async (tx) => {
      const day = dayOn(services.clock);
      const year = asked ?? yearOf(day);
      const { header, rows } = await readForm(tx, form, await rangeAsked(tx, area), year);
      const { heading, fileName } = await exportHead(tx, {
        ...{ what: FORMS[form], area, day, filter: form === 'library' ? [] : [`${year} 年度`] },
      });
      const bytes = await writeXlsx({ sheets: [{ name: FORMS[form], heading, header, rows }] });
      const audit = {
        ...{ operation: 'money.export-form', subjectKind: 'list', subjectId: `${form} ${year}` },
        ...{ regionCode: Math.max(area ?? 0, actor.areaCode), after: { rows: rows.length } },
      };
      return { result: { headers: downloadHeaders(fileName, 'xlsx'), body: Buffer.from(bytes) }, audit };
    }),
});
