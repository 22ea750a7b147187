// The forms of registers §6 as workbooks, with title, area and day, on A4.

import { dayOn } from '../../../platform/server/clock.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { downloadHeaders } from '../../../platform/server/http/download-headers.ts';
import { rawRoute } from '../../../platform/server/http/raw-route.ts';
import {
  type SheetCell,
  type SheetColumn,
  type SheetToWrite,
  writeXlsx,
} from '../../../platform/server/tables/xlsx/xlsx-write.ts';
import { exportHead } from '../../regions/server/index.ts';
import { type AssetForm, FORM_ROLES, formInput } from '../domain/contract.ts';
import { FORM_NAMES } from '../domain/form-words.ts';
import { ASSET_KINDS, type AssetKind, RATE_WORDS, ratesOf, type Sums } from '../domain/ledger.ts';
import { assetWord } from '../domain/words.ts';
import { LISTED_FORMS } from './form-rows.ts';
import { type AssetsAsked, askedSql } from './list-assets.ts';
import { readLedger } from './read-ledger.ts';

type FormAsked = AssetsAsked & { form: AssetForm; year?: number | undefined };

const count = (title: string): SheetColumn => ({ title: `${title}（项）`, kind: 'number', width: 12 });
const money = (title: string): SheetColumn => ({ title: `${title}（元）`, kind: 'money', width: 18 });
const rate = (title: string): SheetColumn => ({ title: `${title}（%）`, kind: 'number', width: 12 });

const LEDGER: SheetColumn[] = [
  { title: '地区或部门', kind: 'text', width: 24 },
  count('资产'),
  ...[money('原值'), money('财政资金'), money('京蒙协作资金'), money('其他资金')],
  ...[count('在用'), money('在用原值'), count('闲置'), money('闲置原值'), count('已处置'), money('已处置原值')],
  ...[money('应收收益'), money('到账收益'), money('已分配')],
  ...Object.values(RATE_WORDS).map(({ title }) => rate(title)),
];

function ledgerCells(name: string, sums: Sums): SheetCell[] {
  const yuan = (fen: number) => fen / 100;
  const rates = Object.values(ratesOf(sums)).map(({ part, whole }) =>
    whole === 0 ? null : Math.round((part / whole) * 1000) / 10,
  );
  return [
    ...[name, sums.things],
    ...[sums.originalFen, sums.publicFen, sums.cooperationFen, sums.otherFen].map(yuan),
    ...[sums.inUse, yuan(sums.inUseFen), sums.idle, yuan(sums.idleFen), sums.disposed, yuan(sums.disposedFen)],
    ...[sums.dueFen, sums.receivedFen, sums.distributedFen].map(yuan),
    ...rates,
  ];
}

/** All kinds together and each ledger on a sheet of its own, out of the same rows. */
async function ledgerSheets(tx: Tx, asked: FormAsked, today: number) {
  const by = asked.form === 'department-ledger' ? 'department' : 'region';
  const kinds: (AssetKind | undefined)[] = asked.kind ? [asked.kind] : [undefined, ...ASSET_KINDS];
  const sheets: Omit<SheetToWrite, 'heading'>[] = [];
  for (const kind of kinds) {
    const ledger = await readLedger(tx, { ...asked, by, kind }, today);
    const rows = [...ledger.rows.map((row) => ledgerCells(row.name, row)), ledgerCells('合计', ledger.total)];
    sheets.push({ name: kind ? assetWord('assetKind', kind) : '全部资产', header: LEDGER, rows });
  }
  return sheets;
}

async function sheetsOf(tx: Tx, asked: FormAsked, today: number): Promise<Omit<SheetToWrite, 'heading'>[]> {
  const { form } = asked;
  if (form === 'county-ledger' || form === 'department-ledger') return ledgerSheets(tx, asked, today);
  const { where } = await askedSql(tx, asked, today);
  const { year } = await readLedger(tx, { ...asked, by: 'region' }, today);
  const { header, rows } = LISTED_FORMS[form];
  return [{ name: FORM_NAMES[form].slice(0, 30), header, rows: await rows(tx, { where, year }) }];
}

export const exportForms = rawRoute({
  meta: { name: 'assets.export-form', roles: FORM_ROLES, writes: false, offline: false, heavy: true, quota: 'export' },
  method: 'GET',
  path: '/assets/forms/:form',
  input: formInput,
  answer: async ({ db, actor, services }, input) =>
    db.write(actor, undefined, async (tx) => {
      const today = dayOn(services.clock);
      const sheets = await sheetsOf(tx, input, today);
      const { heading, fileName } = await exportHead(tx, {
        ...{ what: FORM_NAMES[input.form], area: input.area, day: today },
        filter: [
          ...(input.kind ? [assetWord('assetKind', input.kind)] : []),
          ...(input.year ? [`${input.year} 年收益`] : []),
        ],
      });
      const bytes = await writeXlsx({ sheets: sheets.map((sheet) => ({ ...sheet, heading })) });
      const audit = {
        ...{ operation: 'assets.export-form', subjectKind: 'list', subjectId: input.form },
        regionCode: Math.max(input.area ?? 0, actor.areaCode),
      };
      return { result: { headers: downloadHeaders(fileName, 'xlsx'), body: Buffer.from(bytes) }, audit };
    }),
});
