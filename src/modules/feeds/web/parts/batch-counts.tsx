// What came of a batch: its rows, and how they found their persons.

import { Section } from '../../../../platform/web/detail-page.tsx';
import { formatCount, formatRate } from '../../../../platform/web/numbers.ts';
import { StatCard, StatRow } from '../../../../platform/web/stat-card.tsx';
import type { BatchDetail, Counted } from '../types.ts';

export function BatchStats({ batch }: { batch: BatchDetail }) {
  const { counts, subject, state } = batch;
  if (!counts) return null;
  const good = counts.rows - counts.quarantined;
  const rate = formatRate(counts.matched, good);
  return (
    <StatRow>
      <StatCard title="文件行数" value={formatCount(counts.rows)} unit="行" basis="表头以下的全部数据行" />
      <StatCard
        title={state === 'held' ? '可装载' : '已装载'}
        value={formatCount(good)}
        unit="行"
        basis="文件行数减去隔离行"
      />
      {subject === 'person' ? (
        <StatCard
          title="匹配到人"
          value={formatCount(counts.matched)}
          unit="行"
          basis={`匹配率 = 匹配到人 ÷ 已装载 = ${rate.title}`}
          note={`匹配率 ${rate.text}`}
        />
      ) : null}
      <StatCard
        title="隔离"
        value={formatCount(counts.quarantined)}
        unit="行"
        tone={counts.quarantined > 0 ? 'orange' : 'plain'}
        basis="内容不合要求、没有装载的行"
      />
    </StatRow>
  );
}

export function BatchMethods({ batch: { counts, subject, methods } }: { batch: BatchDetail }) {
  if (!counts || subject !== 'person' || methods.length === 0) return null;
  return (
    <Section title="匹配方式">
      <CountedTable heading="方式" counted={methods} whole={counts.rows - counts.quarantined} />
    </Section>
  );
}

type CountedTableProps = {
  heading: string;
  counted: Counted[];
  /** What the shares are of. */
  whole: number;
};

function CountedTable({ heading, counted, whole }: CountedTableProps) {
  return (
    <table className="sw-plain-table">
      <thead>
        <tr>
          <th scope="col">{heading}</th>
          <th scope="col">行数</th>
          <th scope="col">占比</th>
        </tr>
      </thead>
      <tbody>
        {counted.map(({ code, title, rows }) => {
          const share = formatRate(rows, whole);
          return (
            <tr key={code}>
              <th scope="row">{title}</th>
              <td>{formatCount(rows)}</td>
              <td title={share.title}>{share.text}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
