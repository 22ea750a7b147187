// What stands in the forms that list one asset or one sum a row. No name of a keeper and no number of a household leaves with them.

import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../../platform/server/db.ts';
import type { SheetCell, SheetColumn } from '../../../platform/server/tables/xlsx/xlsx-write.ts';
import { assetRegister } from '../domain/registers/asset-register.ts';
import { type Form, MOST_ROWS, money, text, word, yuan } from './form-cells.ts';
import { distribution } from './given-forms.ts';
import { OWNER } from './standing.ts';

type Detail = Record<
  | 'county'
  | 'township'
  | 'village'
  | 'number'
  | 'name'
  | 'kind'
  | 'form'
  | 'subkind'
  | 'unit'
  | 'project'
  | 'owner'
  | 'upkeepUnit'
  | 'condition'
  | 'treatment'
  | 'operator'
  | 'through'
  | 'inUseFrom'
  | 'registeredOn'
  | 'department'
  | 'remark',
  string | null
> &
  Record<
    'formedIn' | 'quantity' | 'originalFen' | 'publicFen' | 'cooperationFen' | 'otherFen' | 'yearlyUpkeepFen',
    number | null
  >;

const PLACE = sql`(select name from regions where code = a.region_code / 1000000 * 1000000) as county,
  (select name from regions where code = a.region_code / 1000 * 1000 and level = 'township') as township,
  (select name from regions where code = a.region_code and level = 'village') as village`;

function details(tx: Tx, where: RawBuilder<unknown>, order: RawBuilder<unknown>): Promise<Detail[]> {
  return tx.rows(sql<Detail>`
    select ${PLACE}, a.number, a.asset_name as name, a.asset_kind as kind, a.asset_form as form, a.subkind, a.formed_in,
      a.quantity::float8 as quantity, a.unit, a.original_value_fen as original_fen, a.public_part_fen as public_fen,
      a.cooperation_part_fen as cooperation_fen, a.other_part_fen as other_fen, a.source_project_number as project, ${OWNER} as owner,
      a.upkeep_unit, a.yearly_upkeep_fen, a.asset_condition as condition, a.treatment, a.in_use_from::text, a.registered_on::text,
      a.department, a.remark, c.operator, c.through
    from assets a left join lateral (select c.operator, c.through::text from asset_contracts c
      where c.asset_number = a.number and not c.voided and c.dissolved_on is null order by c.through desc limit 1) c on true
    where ${where} order by ${order} limit ${MOST_ROWS}`);
}

const { assetKind, assetForm, assetCondition, treatment, disposedHow } = assetRegister.fields;

const HEAD = [text('旗县', 12), text('苏木乡镇', 14), text('嘎查村', 14), text('资产编号', 20), text('资产名称', 24)];
const headCells = ({ county, township, village, number, name }: Detail): SheetCell[] => [
  county,
  township,
  village,
  number,
  name,
];

const BY_PLACE = sql`a.region_code, a.number`;

const villageLedger: Form = {
  header: [
    ...HEAD,
    ...[text('类别', 10), text('形态', 8), text('二级类别', 12), { title: '形成年度', kind: 'number' as const }],
    ...[
      { title: '数量', kind: 'number' as const },
      text('单位', 8),
      money('原值'),
      money('财政资金'),
      money('京蒙协作资金'),
      money('其他资金'),
    ],
    ...[text('来源项目编号', 20), text('所有权人', 22), text('管护单位', 20), text('主管部门'), text('资产状况', 10)],
    ...[text('经营方', 20), text('合同截止', 12), text('备注', 24)],
  ],
  rows: async (tx, { where }) =>
    (await details(tx, where, BY_PLACE)).map((row) => [
      ...headCells(row),
      ...[word(assetKind, row.kind), word(assetForm, row.form), row.subkind, row.formedIn, row.quantity, row.unit],
      ...[yuan(row.originalFen), yuan(row.publicFen), yuan(row.cooperationFen), yuan(row.otherFen)],
      ...[row.project, row.owner, row.upkeepUnit, row.department, word(assetCondition, row.condition)],
      ...[row.operator, row.through, row.remark],
    ]),
};

/** What is found on the spot is written by hand. */
const inventory: Form = {
  header: [
    ...HEAD,
    ...([text('类别', 10), { title: '账面数量', kind: 'number' }, text('单位', 8), money('原值')] as SheetColumn[]),
    ...[text('投用日期', 12), text('账面状况', 10), text('所有权人', 22), text('管护单位', 20)],
    ...[text('清查数量', 10), text('清查状况', 10), text('问题', 24), text('清查人', 12), text('清查日期', 12)],
  ],
  rows: async (tx, { where }) =>
    (await details(tx, where, BY_PLACE)).map((row) => [
      ...headCells(row),
      ...[word(assetKind, row.kind), row.quantity, row.unit, yuan(row.originalFen)],
      ...[row.inUseFrom, word(assetCondition, row.condition), row.owner, row.upkeepUnit],
      ...[null, null, null, null, null],
    ]),
};

const idle: Form = {
  header: [
    ...HEAD,
    ...[text('类别', 10), money('原值'), text('资产状况', 10), text('分类处置', 10), text('所有权人', 22)],
    ...[text('管护单位', 20), text('主管部门'), text('盘活措施', 24), text('完成时限', 12), text('备注', 24)],
  ],
  rows: async (tx, { where }) =>
    (await details(tx, sql`${where} and a.asset_condition in ('idle', 'inefficient')`, BY_PLACE)).map((row) => [
      ...headCells(row),
      ...[word(assetKind, row.kind), yuan(row.originalFen), word(assetCondition, row.condition)],
      ...[word(treatment, row.treatment), row.owner, row.upkeepUnit, row.department, null, null, row.remark],
    ]),
};

const treatments: Form = {
  header: [
    text('分类处置', 10),
    ...HEAD,
    ...[
      text('类别', 10),
      money('原值'),
      text('资产状况', 10),
      text('所有权人', 22),
      text('经营方', 20),
      text('合同截止', 12),
    ],
  ],
  rows: async (tx, { where }) =>
    (await details(tx, sql`${where} and a.treatment is not null`, sql`a.treatment, ${BY_PLACE}`)).map((row) => [
      word(treatment, row.treatment),
      ...headCells(row),
      ...[word(assetKind, row.kind), yuan(row.originalFen), word(assetCondition, row.condition)],
      ...[row.owner, row.operator, row.through],
    ]),
};

type Disposal = Record<
  'place' | 'number' | 'name' | 'kind' | 'how' | 'documentNo' | 'proposed' | 'proposal' | 'township' | 'county',
  string | null
> & { originalFen: number; incomeFen: number | null };

/** The opinion of a step of its disposal, the newest that was not taken back. */
const opinion = (
  move: string,
  what = 'm.opinion',
) => sql`(select ${sql.raw(what)} from register_moves m where m.register = 'assets'
  and m.county_code = a.county_code and m.record_id = a.id and m.withdrawn_at is null and m.move = ${move} order by m.id desc limit 1)`;

const disposal: Form = {
  header: [
    ...[text('地区', 16), text('资产编号', 20), text('资产名称', 24), text('类别', 10), money('原值')],
    ...[text('提出日期', 12), text('嘎查村会议意见', 28), text('苏木乡镇意见', 28), text('旗县意见', 28)],
    ...[text('处置方式', 10), text('批复文号', 20), money('处置收入')],
  ],
  rows: async (tx, { where }) => {
    const rows = await tx.rows(sql<Disposal>`
      select * from (
        select coalesce(r.name, '') as place, a.number, a.asset_name as name, a.asset_kind as kind, a.original_value_fen as original_fen,
          ${opinion('propose-disposal', 'm.done_on::text')} as proposed, ${opinion('propose-disposal')} as proposal,
          ${opinion('review-disposal')} as township, ${opinion('dispose')} as county, a.disposed_how as how,
          a.disposal_document_no as document_no, a.disposal_income_fen as income_fen
        from assets a left join regions r on r.code = a.region_code where ${where}) d
      where proposed is not null or how is not null order by number limit ${MOST_ROWS}`);
    return rows.map((row) => [
      ...[row.place, row.number, row.name, word(assetKind, row.kind), yuan(row.originalFen)],
      ...[
        row.proposed,
        row.proposal,
        row.township,
        row.county,
        word(disposedHow, row.how),
        row.documentNo,
        yuan(row.incomeFen),
      ],
    ]);
  },
};

export const LISTED_FORMS = {
  'village-ledger': villageLedger,
  inventory,
  distribution,
  idle,
  treatment: treatments,
  disposal,
};
