// The list that goes to the department as a workbook to be filled in, and the rows of its answer that were not taken.

import { sql } from 'kysely';
import * as z from 'zod';
import { departmentName } from '../../../kernel/departments.ts';
import { maskId } from '../../../kernel/id-number.ts';
import { shortId } from '../../../kernel/input.ts';
import { operation } from '../../../kernel/operation.ts';
import { Problem } from '../../../kernel/problem.ts';
import { downloadHeaders } from '../../../platform/server/http/download-headers.ts';
import { type RawRoute, rawRoute } from '../../../platform/server/http/raw-route.ts';
import { type Keys, open } from '../../../platform/server/keys.ts';
import { writeXlsx } from '../../../platform/server/tables/xlsx/xlsx-write.ts';
import { ANSWERERS, inquiryKey } from '../domain/contract.ts';
import { inquiryNumber, RESULT_NAMES, USUAL_HITS } from '../domain/reply.ts';
import { MOST_PERSONS, type RefusedFile, refusalWords } from './answer.ts';
import { getInquiry, type InquiryRow, idOf, listPersons, type PersonRow, replyOf } from './queries.ts';

const { meta: listMeta } = operation({
  ...{ name: 'inquiries.download', roles: ANSWERERS, heavy: true, quota: 'export' },
})['~orpc'];
const { meta: refusedMeta } = operation({
  ...{ name: 'inquiries.download-refused', roles: ANSWERERS, quota: 'export' },
})['~orpc'];

const text = (title: string, width?: number) => ({ title, kind: 'text' as const, ...(width ? { width } : {}) });

/** `isClear`: with whole ID numbers, for somebody who said why. */
async function writeList(keys: Keys, inquiry: InquiryRow, persons: PersonRow[], isClear: boolean): Promise<Buffer> {
  const number = inquiryNumber(inquiry.id);
  const rows = persons.map((person) => {
    const id = idOf(keys, person);
    const reply = replyOf(keys, person);
    const answer = reply ? [RESULT_NAMES[reply.result], reply.hits.join('、'), reply.note] : ['', '', ''];
    const { position, name, villageName, householdNumber } = person;
    return [number, String(position), name, isClear ? id : maskId(id), villageName, householdNumber, ...answer];
  });
  const header = [
    ...[text('协查单号', 12), text('序号', 8), text('姓名', 14), text('证件号码', 22), text('嘎查村'), text('户编号')],
    { ...text('协查结果', 12), choices: Object.values(RESULT_NAMES) },
    // Several findings are written beside each other, so that the list only helps.
    { ...text('命中情形', 24), choices: USUAL_HITS, othersToo: true },
    text('说明', 30),
  ];
  return Buffer.from(await writeXlsx({ sheets: [{ name: number, header, rows }] }));
}

export const inquiriesDownloads: RawRoute[] = [
  rawRoute({
    meta: listMeta,
    method: 'GET',
    path: '/inquiries/:id/list.xlsx',
    /** `reason`: why whole ID numbers are needed; without it they are masked. */
    input: z.object({ id: shortId, reason: z.string().trim().min(4).max(200).optional() }),
    answer: ({ db, actor, services }, { id, reason }) =>
      db.write(actor, undefined, async (tx) => {
        const inquiry = await getInquiry(tx, id);
        const persons = await listPersons(tx, id, { after: 0, limit: MOST_PERSONS });
        const isClear = reason !== undefined;
        const body = await writeList(services.keys, inquiry, persons, isClear);
        await tx.run(sql`update inquiries set sent_at = now() where id = ${id} and sent_at is null`);
        const { regionCode, regionName, department } = inquiry;
        const name = `${regionName}-${departmentName(department)}-协查名单-${inquiryNumber(id)}.xlsx`;
        return {
          result: { headers: downloadHeaders(name, 'xlsx'), body },
          audit: {
            ...{ operation: listMeta.name, subjectKind: 'inquiry', subjectId: id, regionCode },
            ...(reason === undefined ? {} : { reason }),
            after: { ids: isClear, persons: persons.length },
          },
        };
      }),
  }),
  rawRoute({
    meta: refusedMeta,
    method: 'GET',
    path: '/inquiries/:id/refused.xlsx',
    input: inquiryKey,
    answer: ({ db, actor, services }, { id }) =>
      db.write(actor, undefined, async (tx) => {
        const { refusedSealed, regionCode } = await getInquiry(tx, id);
        if (!refusedSealed) throw new Problem('inquiries.nothing-refused');
        const { header, rows } = JSON.parse(open(services.keys, refusedSealed)) as RefusedFile;
        const own = header.flatMap((title, at) => (title === '原因' ? [] : [{ title, at }]));
        const sheet = {
          name: '未采用的行',
          header: [...own.map(({ title }) => text(title)), text('原因', 48)],
          redColumns: ['原因'],
          rows: rows.map(({ cells, line, reason }) => [
            ...own.map(({ at }) => cells[at] ?? ''),
            `第 ${line} 行：${refusalWords(reason)}`,
          ]),
        };
        const body = Buffer.from(await writeXlsx({ sheets: [sheet] }));
        return {
          result: { headers: downloadHeaders(`${inquiryNumber(id)}-未采用的行.xlsx`, 'xlsx'), body },
          audit: { operation: refusedMeta.name, subjectKind: 'inquiry', subjectId: id, regionCode },
        };
      }),
  }),
];
