// Contracts with what they promised and paid; each opens beside the list with what may be done about it.

import { Link } from '@tanstack/react-router';
import { Button, Drawer } from 'antd';
import { Suspense, useState } from 'react';
import { Facts, StateTag, type Tone } from '../../../../platform/web/detail-page.tsx';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { formatMoney, moneyTitle } from '../../../../platform/web/numbers.ts';
import { Loading } from '../../../../platform/web/states.tsx';
import { useMay } from '../../../../platform/web/viewer.tsx';
import { householdPath } from '../../../households/domain/addresses.ts';
import { LINKAGE_WAYS } from '../../../projects/domain/project-words.ts';
import { entityPath } from '../../domain/addresses.ts';
import { WORD_NAMES, type WordKept } from '../../domain/fulfilment.ts';
import { LINKAGE_NEED_NAMES, URGENT_LINKAGE } from '../../domain/needs.ts';
import { linkageCheckRegister } from '../../domain/registers/linkage-check-register.ts';
import type { ContractLine } from '../api.ts';
import type { RegisterTools } from './register-tools.ts';

export const WORD_TONES: Record<WordKept, Tone> = { unpaid: 'red', partly: 'orange', kept: 'green', unpriced: 'plain' };
const FOUND: Readonly<Record<string, string>> = linkageCheckRegister.fields.found.values ?? {};

const money = (key: 'promisedFen' | 'paidFen', title: string): ListColumn<ContractLine> => ({
  ...{ key, title, width: 110, align: 'right' },
  render: ({ [key]: fen }) => (fen === undefined ? '' : <span title={moneyTitle(fen)}>{formatMoney(fen)}</span>),
});

const NEED: ListColumn<ContractLine> = {
  ...{ key: 'need', title: '待办', width: 200 },
  render: ({ need }) =>
    need ? (
      <StateTag tone={URGENT_LINKAGE.includes(need) ? 'red' : 'orange'}>{LINKAGE_NEED_NAMES[need]}</StateTag>
    ) : null,
};
const WORD: ListColumn<ContractLine> = {
  ...{ key: 'word', title: '兑现', width: 120 },
  render: ({ word }) => <StateTag tone={WORD_TONES[word]}>{WORD_NAMES[word]}</StateTag>,
};
const COLUMNS: ListColumn<ContractLine>[] = [
  { key: 'year', title: '年度', render: ({ year }) => year ?? '', width: 70 },
  money('promisedFen', '约定（元）'),
  money('paidFen', '兑现（元）'),
  { key: 'way', title: '方式', render: ({ way }) => LINKAGE_WAYS[way], width: 110 },
  { key: 'region', title: '嘎查村', render: ({ regionName }) => regionName, width: 120 },
  { key: 'household', title: '户编号', render: ({ householdNumber }) => householdNumber ?? '嘎查村', width: 170 },
  {
    ...{ key: 'check', title: '核查', width: 110 },
    render: ({ check }) => (check ? (FOUND[check.found] ?? check.found) : '没有核查'),
  },
  { key: 'number', title: '协议编号', render: ({ number }) => number, width: 150 },
];
const ENTITY: ListColumn<ContractLine> = {
  key: 'entity',
  title: '经营主体',
  render: ({ entity }) => entity,
  width: 170,
};

type TableProps = {
  rows: ContractLine[];
  tools: RegisterTools;
  /** Of one firm: who it is with is known, and no need is told. */
  ofOne?: boolean;
  onChanged: () => unknown;
  none: string;
};

export function ContractTable({ rows, tools, ofOne = false, onChanged, none }: TableProps) {
  const [open, setOpen] = useState<ContractLine>();
  return (
    <>
      <SmallTable
        label="利益联结协议"
        columns={ofOne ? [WORD, ...COLUMNS] : [NEED, ENTITY, ...COLUMNS]}
        rows={rows}
        rowKey={({ need, countyCode, id }) => `${need ?? ''} ${countyCode} ${id}`}
        onOpen={setOpen}
        none={none}
      />
      {open ? (
        <ContractDrawer
          line={open}
          tools={tools}
          onClose={() => {
            setOpen(undefined);
            void onChanged();
          }}
        />
      ) : null}
    </>
  );
}

type Adding = { code: 'linkage-checks' | 'household-payouts'; given: Record<string, unknown> };

function ContractDrawer({
  line,
  tools: { State, Add },
  onClose,
}: {
  line: ContractLine;
  tools: RegisterTools;
  onClose: () => void;
}) {
  const [adding, setAdding] = useState<Adding>();
  const mayCheck = useMay('linkage.add-linkage-check');
  const mayPay = useMay('employment.add-household-payout');
  const { number, year, countyCode, id, householdNumber } = line;
  const ofYear = year === undefined ? {} : { period: String(year) };
  return (
    <Drawer open size={560} title={`${line.entity} ${number}`} onClose={onClose}>
      <ContractFacts line={line} />
      <div className="sw-filters">
        {mayPay ? (
          <Button
            onClick={() =>
              setAdding({
                code: 'household-payouts',
                given: { agreementNumber: number, householdNumber, payoutKind: 'linkage', ...ofYear },
              })
            }
          >
            登记发放
          </Button>
        ) : null}
        {mayCheck && year !== undefined && !line.check ? (
          <Button onClick={() => setAdding({ code: 'linkage-checks', given: { agreementNumber: number, year } })}>
            登记核查
          </Button>
        ) : null}
      </div>
      <Suspense fallback={<Loading rows={3} />}>
        <State code="linkage-contracts" countyCode={countyCode} id={id} />
        {adding ? <Add {...adding} onAdded={onClose} onClose={() => setAdding(undefined)} /> : null}
      </Suspense>
    </Drawer>
  );
}

function ContractFacts({ line }: { line: ContractLine }) {
  const { countyCode, householdId, householdNumber, entityCode, entity, year, promisedFen, paidFen, check } = line;
  const household =
    householdId === undefined ? (
      (householdNumber ?? '与嘎查村签订')
    ) : (
      <Link to={householdPath({ countyCode, id: householdId })}>{householdNumber}</Link>
    );
  return (
    <Facts
      facts={[
        { label: '经营主体', value: entityCode ? <Link to={entityPath(entityCode)}>{entity}</Link> : entity },
        { label: '联结方式', value: LINKAGE_WAYS[line.way] },
        { label: '户编号', value: household },
        { label: '嘎查村', value: line.regionName },
        { label: '年度', value: year },
        { label: '兑现', value: <StateTag tone={WORD_TONES[line.word]}>{WORD_NAMES[line.word]}</StateTag> },
        { label: '约定（元）', value: formatMoney(promisedFen) },
        { label: '兑现（元）', value: formatMoney(paidFen) },
        { label: '截止日期', value: line.through },
        { label: '核查', value: check ? `${check.on} ${FOUND[check.found] ?? check.found}` : '没有核查' },
        { label: '限期兑现', value: check?.remedyBy },
      ]}
    />
  );
}
