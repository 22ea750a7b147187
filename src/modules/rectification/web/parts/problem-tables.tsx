// What belongs to a problem, each in a short table.

import { useNavigate } from '@tanstack/react-router';
import { StateTag } from '../../../../platform/web/detail-page.tsx';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SmallTable, type SmallTableProps } from '../../../../platform/web/list/small-table.tsx';
import { formatCount } from '../../../../platform/web/numbers.ts';
import { newRequestId } from '../../../../platform/web/request-id.ts';
import { useMay } from '../../../../platform/web/viewer.tsx';
import { RuleSwitch } from '../../../cleaning/web/doors/rule-switch.tsx';
import { problemPath } from '../../domain/addresses.ts';
import type { ProblemShown } from '../../domain/shapes.ts';
import { CHECK_LEVELS, COLOURS, FINDINGS, SAMPLES, SOURCES, stateName, VERDICTS, WAYS } from '../../domain/words.ts';
import { rectification } from '../api.ts';
import { RowDeed } from './row-deed.tsx';

type Line<Key extends keyof ProblemShown> = ProblemShown[Key] extends (infer Row)[] ? Row : never;

/** What belongs to a problem is often nothing yet: said in a line. */
function Short<Row extends object>(props: SmallTableProps<Row>) {
  return props.rows.length > 0 ? <SmallTable {...props} /> : <p className="sw-quiet">{props.none}</p>;
}

const text = <Row,>(key: keyof Row & string, title: string, width: number): ListColumn<Row> => ({
  ...{ key, title, width },
  render: (row) => (row[key] as string | undefined) ?? '',
});
const count = <Row,>(key: keyof Row & string, title: string): ListColumn<Row> => ({
  ...{ key, title, width: 90, align: 'right' },
  render: (row) => (row[key] === undefined ? '' : formatCount(row[key] as number)),
});

const CLAIMS: ListColumn<Line<'claims'>>[] = [
  text('regionName', '地区', 150),
  { key: 'finding', title: '认领结果', render: ({ finding }) => FINDINGS[finding] ?? finding, width: 110 },
  text('on', '认领日期', 110),
  text('pledge', '整改承诺', 300),
  {
    ...{ key: 'sampled', title: '抽查', width: 180 },
    render: ({ finding, sampledOn, sampled }) =>
      sampledOn ? `${sampledOn} ${SAMPLES[sampled ?? ''] ?? ''}` : finding === 'none' ? '还没有抽查' : '',
  },
];

export const Claims = ({ claims }: Pick<ProblemShown, 'claims'>) => (
  <Short
    label="认领"
    columns={CLAIMS}
    rows={claims}
    rowKey={({ regionName, on }) => `${regionName} ${on}`}
    none="还没有认领。"
  />
);

const MEASURES: ListColumn<Line<'measures'>>[] = [
  count('no', '序号'),
  text('measure', '整改措施', 280),
  text('unit', '责任单位', 150),
  text('standard', '量化标准', 160),
  text('due', '完成时限', 110),
  {
    ...{ key: 'done', title: '完成', width: 120 },
    render: ({ doneOn }) => doneOn ?? <StateTag tone="orange">没有完成</StateTag>,
  },
  {
    ...{ key: 'evidence', title: '佐证', width: 240 },
    render: ({ evidence, evidenceOn, attachment, photos, doneOn }) =>
      [evidence, evidenceOn, attachment, photos > 0 ? `照片 ${photos} 张` : ''].filter(Boolean).join('；') ||
      (doneOn ? <StateTag tone="orange">没有佐证</StateTag> : ''),
  },
];

type MeasuresProps = Pick<ProblemShown, 'measures'> & { onOpen: (record: string) => void };

export const Measures = ({ measures, onOpen }: MeasuresProps) => (
  <Short
    label="整改措施"
    columns={MEASURES}
    rows={measures}
    rowKey={({ countyCode, id }) => `${countyCode}-${id}`}
    onOpen={({ countyCode, id }) => onOpen(`${countyCode}-${id}`)}
    none="还没有登记整改措施。"
  />
);

const CHECKS: ListColumn<Line<'checks'>>[] = [
  count('round', '轮次'),
  { key: 'level', title: '级别', render: ({ level }) => CHECK_LEVELS[level] ?? level, width: 90 },
  text('on', '日期', 110),
  {
    ...{ key: 'verdict', title: '结论', width: 90 },
    render: ({ verdict }) => (
      <StateTag tone={verdict === 'pass' ? 'green' : 'orange'}>{VERDICTS[verdict] ?? verdict}</StateTag>
    ),
  },
  { key: 'way', title: '方式', render: ({ way }) => WAYS[way ?? ''] ?? '', width: 100 },
  count('sampled', '抽查数'),
  count('passed', '合格数'),
  text('opinion', '意见', 280),
];

export const Checks = ({ checks }: Pick<ProblemShown, 'checks'>) => (
  <Short
    label="逐级验收"
    columns={CHECKS}
    rows={checks}
    rowKey={({ countyCode, id }) => `${countyCode}-${id}`}
    none="还没有验收。"
  />
);

const SEARCHES: ListColumn<Line<'searches'>>[] = [
  ...[text<Line<'searches'>>('regionName', '地区', 150), text<Line<'searches'>>('on', '排查日期', 110)],
  text('rule', '排查规则', 300),
  ...[count<Line<'searches'>>('looked', '排查数'), count<Line<'searches'>>('found', '发现数')],
  count('fixed', '整改数'),
];

export const Searches = ({ searches }: Pick<ProblemShown, 'searches'>) => (
  <Short
    label="举一反三排查"
    columns={SEARCHES}
    rows={searches}
    rowKey={({ regionName, on }) => `${regionName} ${on}`}
    none="还没有登记排查。"
  />
);

const RULES: ListColumn<Line<'rules'>>[] = [
  ...[text<Line<'rules'>>('name', '制度', 260), text<Line<'rules'>>('documentNo', '文号', 160)],
  ...[text<Line<'rules'>>('on', '印发日期', 110), text<Line<'rules'>>('topic', '解决的问题类别', 200)],
  {
    ...{ key: 'cleaningRule', title: '对应的清洗规则', width: 320 },
    render: ({ name, documentNo, regionCode, cleaningRule }) =>
      cleaningRule ? <RuleSwitch code={cleaningRule} area={regionCode} basis={documentNo ?? name} /> : '',
  },
];

export const Rules = ({ rules }: Pick<ProblemShown, 'rules'>) => (
  <Short label="建章立制" columns={RULES} rows={rules} rowKey={({ name }) => name} none="还没有建章立制。" />
);

const CARDS: ListColumn<Line<'cards'>>[] = [
  {
    ...{ key: 'colour', title: '牌', width: 90 },
    render: ({ colour }) => <StateTag tone={colour === 'red' ? 'red' : 'yellow'}>{COLOURS[colour] ?? colour}</StateTag>,
  },
  ...[text<Line<'cards'>>('unit', '对象单位', 180), text<Line<'cards'>>('reason', '事由', 260)],
  ...[text<Line<'cards'>>('proposedOn', '提出', 110), text<Line<'cards'>>('givenOn', '发出', 110)],
  text('liftedOn', '解除', 110),
];

export const Cards = ({ cards }: Pick<ProblemShown, 'cards'>) => (
  <Short
    label="红黄牌"
    columns={CARDS}
    rows={cards}
    rowKey={({ countyCode, id }) => `${countyCode}-${id}`}
    none="没有红黄牌。"
  />
);

const LINK_NAMES: Record<Line<'links'>['link'], string> = {
  twin: '同一问题的另一来源',
  part: '由本问题拆分',
  whole: '拆分自',
  found: '举一反三发现',
  origin: '举一反三自',
};

const LINKS: ListColumn<Line<'links'>>[] = [
  { key: 'link', title: '关系', render: ({ link }) => LINK_NAMES[link], width: 170 },
  text('number', '问题编号', 200),
  { key: 'source', title: '来源', render: ({ source }) => SOURCES[source ?? ''] ?? '', width: 130 },
  text('unit', '责任单位', 200),
  {
    ...{ key: 'state', title: '状态', width: 130 },
    render: ({ state }) => (state ? stateName(state) : '不在您的区域'),
  },
];

type LinksProps = Pick<ProblemShown, 'links'> & { number: string };

export function Links({ links, number }: LinksProps) {
  const navigate = useNavigate();
  const mayLink = useMay('rectification.link');
  const end: ListColumn<Line<'links'>> = {
    ...{ key: 'end', title: '', width: 90 },
    render: (one) => (one.link === 'twin' ? <EndTwin number={number} other={one.number} /> : ''),
  };
  return (
    <Short
      label="关联的问题"
      columns={mayLink && links.some(({ link }) => link === 'twin') ? [...LINKS, end] : LINKS}
      rows={links}
      rowKey={({ link, number }) => `${link} ${number}`}
      onOpen={(one) => void navigate({ to: problemPath(one.number) })}
      none="没有关联的问题。"
    />
  );
}

const EndTwin = ({ number, other }: { number: string; other: string }) => (
  <RowDeed
    label="解除"
    send={() => rectification.client.link({ requestId: newRequestId(), number, other, ends: true })}
  />
);
