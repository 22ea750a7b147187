import { StateTag } from '../../../../platform/web/detail-page.tsx';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { formatDay, UNKNOWN } from '../../../../platform/web/numbers.ts';
import { todayText } from '../../../../platform/web/today.ts';
import type { HouseholdDetail, Member } from '../types.ts';
import { endReasonWords, yesNoWord } from '../words.ts';
import { RevealId, RevealPhone } from './reveal.tsx';

/** Full years today; undefined where the ID gives no birth date. */
function ageOf(birth: number | undefined): number | undefined {
  if (birth === undefined) return undefined;
  const today = Number(todayText().replaceAll('-', ''));
  return Math.floor((today - birth) / 10_000);
}

function nameColumn(): ListColumn<Member> {
  return {
    key: 'name',
    title: '姓名',
    width: 96,
    render: ({ name, idSound }) => (
      <>
        {name} {idSound ? null : <StateTag tone="yellow">证件待核</StateTag>}
      </>
    ),
  };
}

function columnsFor({ countyCode, id: householdId }: HouseholdDetail['household']): ListColumn<Member>[] {
  const text = (key: keyof Member, title: string, width: number): ListColumn<Member> => ({
    ...{ key, title, width },
    render: (member) => String(member[key] ?? '') || UNKNOWN,
  });
  return [
    nameColumn(),
    text('relation', '与户主关系', 90),
    text('sex', '性别', 56),
    { key: 'age', title: '年龄', width: 56, align: 'right', render: ({ birth }) => ageOf(birth) ?? UNKNOWN },
    {
      ...{ key: 'id', title: '证件号码', width: 206 },
      render: ({ id, idMasked }) => <RevealId {...{ countyCode, householdId }} personId={id} masked={idMasked} />,
    },
    {
      ...{ key: 'phone', title: '手机号码', width: 150 },
      render: ({ id, phoneMasked }) => (
        <RevealPhone {...{ countyCode, householdId }} personId={id} masked={phoneMasked} />
      ),
    },
    text('ethnicity', '民族', 70),
    text('education', '文化程度', 80),
    text('schooling', '在校生状况', 90),
    text('health', '健康状况', 84),
    text('labour', '劳动技能', 100),
    { key: 'working', title: '务工', width: 52, render: ({ working }) => yesNoWord(working) },
    { key: 'dibao', title: '低保', width: 52, render: ({ dibao }) => yesNoWord(dibao) },
  ];
}

export function MembersTable({ detail: { household, members } }: { detail: HouseholdDetail }) {
  return (
    <SmallTable
      label="家庭成员"
      columns={columnsFor(household)}
      rows={members}
      rowKey={({ id }) => id}
      none="登记册中没有这一户的成员"
    />
  );
}

const FORMER_COLUMNS: ListColumn<Member>[] = [
  { key: 'name', title: '姓名', render: ({ name }) => name, width: 110 },
  { key: 'relation', title: '与户主关系', render: ({ relation }) => relation || UNKNOWN, width: 96 },
  { key: 'sex', title: '性别', render: ({ sex }) => sex || UNKNOWN, width: 56 },
  { key: 'id', title: '证件号码', render: ({ idMasked }) => idMasked ?? UNKNOWN, width: 190 },
  { key: 'validTo', title: '离户日期', render: ({ validTo }) => formatDay(validTo), width: 110 },
  { key: 'endReason', title: '原因', render: ({ endReason }) => endReasonWords(endReason), width: 96 },
];

export function FormerMembers({ members }: { members: Member[] }) {
  return (
    <SmallTable
      label="曾在本户的成员"
      columns={FORMER_COLUMNS}
      rows={members}
      rowKey={({ id }) => id}
      none="没有登记过离开本户的成员"
    />
  );
}
