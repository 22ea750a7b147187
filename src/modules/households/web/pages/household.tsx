// One household on one screen: who they are, how they live, what is at risk, what changed, and where each fact comes from.

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { DetailPage, Facts, Section, StateTag } from '../../../../platform/web/detail-page.tsx';
import { DetailTabs } from '../../../../platform/web/detail-tabs.tsx';
import { allowedTo } from '../../../../platform/web/frame/shell.tsx';
import { Block } from '../../../../platform/web/inspect/block.tsx';
import { formatCount, formatDay, formatMoney, UNKNOWN } from '../../../../platform/web/numbers.ts';
import { Empty, Failed, Loading } from '../../../../platform/web/states.tsx';
import { useMay, useViewer } from '../../../../platform/web/viewer.tsx';
import { readRecordKey } from '../../domain/addresses.ts';
import { shownNumber } from '../../domain/local-number.ts';
import { HOUSEHOLD_KIND_NAMES } from '../../domain/registry-columns.ts';
import { households } from '../api.ts';
import { EventActions } from '../parts/event-actions.tsx';
import { EventTimeline } from '../parts/event-timeline.tsx';
import { IncomeSection } from '../parts/income-section.tsx';
import { IssuesTable } from '../parts/issues-table.tsx';
import { FormerMembers, MembersTable } from '../parts/members-table.tsx';
import { RevealPhone } from '../parts/reveal.tsx';
import { sourceWords } from '../parts/source-words.ts';
import { SourcesTable } from '../parts/sources-table.tsx';
import { CategoryTag, KindTag } from '../parts/tags.tsx';
import { VersionsTable } from '../parts/versions-table.tsx';
import type { HouseholdSection } from '../section.ts';
import type { HouseholdDetail } from '../types.ts';

/** `sections`: what the slices above add to it. */
export function HouseholdPage({ sections }: { sections: HouseholdSection[] }) {
  const { household = '' }: { household?: string } = useParams({ strict: false });
  const key = readRecordKey(household);
  if (!key) return <Empty what="没有这个页面" hint="请从农牧户列表进入，或检查链接是否完整。" />;
  return <Household key={household} {...key} sections={sections} />;
}

type HouseholdProps = { countyCode: number; id: number; sections: HouseholdSection[] };

function Household({ countyCode, id, sections }: HouseholdProps) {
  const cache = useQueryClient();
  const viewer = useViewer();
  const mayRecord = useMay('households.record-event');
  const query = useQuery(households.query.get.queryOptions({ input: { countyCode, id } }));
  if (query.isPending) return <Loading rows={12} />;
  if (query.isLoadingError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  const detail = query.data;
  const { household } = detail;
  const ended = household.validTo !== undefined;
  return (
    <DetailPage
      title={`${household.headName || shownNumber(household.number)}户`}
      state={<HouseholdTags household={household} />}
      note={`户编号 ${shownNumber(household.number)}`}
      listPath="/households"
      {...(mayRecord && ended ? { whyNot: `本户已于 ${formatDay(household.validTo)} 注销，不能再登记变动。` } : {})}
      actions={
        mayRecord && !ended ? (
          <EventActions detail={detail} onDone={() => cache.invalidateQueries({ queryKey: households.query.key() })} />
        ) : null
      }
      aside={
        detail.events.length > 0 ? (
          <Block title="变动">
            <EventTimeline countyCode={countyCode} events={detail.events} />
          </Block>
        ) : null
      }
    >
      <HouseholdFacts detail={detail} />
      <Section title="家庭成员">
        <MembersTable detail={detail} />
      </Section>
      <Section title="家庭收支">
        <IncomeSection incomes={detail.incomes} memberCount={household.memberCount} />
      </Section>
      {allowedTo(viewer, sections).map(({ key, title, render }) => (
        <Section key={key} title={title}>
          {render(household)}
        </Section>
      ))}
      <DetailTabs tabs={tabsOf(detail)} />
    </DetailPage>
  );
}

function HouseholdTags({ household }: { household: HouseholdDetail['household'] }) {
  if (household.validTo !== undefined) return <StateTag>已注销</StateTag>;
  return (
    <>
      {household.kind === 'lifted' ? <KindTag kind="lifted" /> : null}
      {household.monitoringCategory ? <CategoryTag {...household} /> : null}
    </>
  );
}

function tabsOf(detail: HouseholdDetail) {
  const { issues, formerMembers, versions } = detail;
  return [
    { key: 'issues', label: '疑点', count: issues.length, content: <IssuesTable issues={issues} /> },
    {
      key: 'former',
      label: '曾在本户',
      count: formerMembers.length,
      content: <FormerMembers members={formerMembers} />,
    },
    { key: 'sources', label: '数据来源', content: <SourcesTable detail={detail} /> },
    { key: 'versions', label: '历史版本', count: versions.length, content: <VersionsTable versions={versions} /> },
  ];
}

function HouseholdFacts({ detail: { household, incomes } }: { detail: HouseholdDetail }) {
  const { countyCode, id, path, memberCount, phoneMasked, validFrom, source } = household;
  const newest = incomes[0];
  return (
    <Section title="基本情况">
      <Facts
        facts={[
          { label: '所在地', value: path.join(' / '), wide: true },
          { label: '户主', value: household.headName || UNKNOWN },
          { label: '家庭人口', value: `${formatCount(memberCount)} 人` },
          { label: '户类型', value: HOUSEHOLD_KIND_NAMES[household.kind] },
          { label: '监测对象类别', value: <CategoryTag {...household} /> },
          {
            label: '人均纯收入',
            value: newest ? `${formatMoney(newest.netPerCapitaFen)} 元（${newest.year} 年）` : undefined,
            ...(newest
              ? { basis: `纯收入 ${formatMoney(newest.netFen)} 元 ÷ 人口 ${newest.members ?? memberCount} 人` }
              : {}),
          },
          { label: '联系电话', value: <RevealPhone countyCode={countyCode} householdId={id} masked={phoneMasked} /> },
          { label: '登记日期', value: validFrom === '2000-01-01' ? UNKNOWN : formatDay(validFrom) },
          { label: '来源', value: sourceWords(source), basis: `提交人：${source.accountName || UNKNOWN}` },
        ]}
      />
    </Section>
  );
}
