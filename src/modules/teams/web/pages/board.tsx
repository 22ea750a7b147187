// 到岗情况: who is in post today and this month, area by area down to the village; what teams lack; what waits for a decision.

import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Section } from '../../../../platform/web/detail-page.tsx';
import { NumberItem } from '../../../../platform/web/form/index.ts';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SettingsSection } from '../../../../platform/web/list/settings-section.tsx';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { formatCount, formatRate } from '../../../../platform/web/numbers.ts';
import { PageTitle } from '../../../../platform/web/page-title.tsx';
import { FormsMenu } from '../../../../platform/web/papers/forms-menu.tsx';
import { useArea } from '../../../../platform/web/regions.tsx';
import { StatCard, StatRow } from '../../../../platform/web/stat-card.tsx';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { useMay } from '../../../../platform/web/viewer.tsx';
import { teamPath } from '../../domain/addresses.ts';
import { settingWords, type TeamSettingKey } from '../../domain/settings.ts';
import { GAPS, type Gap, TEAM_FORMS } from '../../domain/words.ts';
import { type Board, type BoardLine, teams } from '../api.ts';
import { GapTable } from '../parts/words.tsx';

export function BoardPage() {
  const { code: area, setArea } = useArea();
  const query = useQuery({ ...teams.query.board.queryOptions({ input: { area } }), placeholderData: keepPreviousData });
  const { data } = query;
  return (
    <div className="sw-page">
      <PageTitle
        title="到岗情况"
        note={data ? `${data.area.name} · 截至 ${data.asOf}` : ''}
        actions={<FormsMenu operation="teams.form" path="teams/forms" names={TEAM_FORMS} query={{ area }} />}
      />
      {query.isError ? <Failed error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.isPending ? <Loading rows={8} /> : null}
      {data ? (
        <>
          <Cards data={data} />
          <Areas data={data} onArea={setArea} />
          <Section title={`缺项${gapWords(data)}`}>
            <GapTable gaps={data.gaps} />
          </Section>
          <Settings data={data} area={area} />
        </>
      ) : null}
    </div>
  );
}

const gapWords = ({ gapCounts }: Board) => {
  const words = (Object.keys(GAPS) as Gap[]).flatMap((gap) =>
    gapCounts[gap] ? [`${GAPS[gap]} ${gapCounts[gap]}`] : [],
  );
  return words.length > 0 ? `：${words.join('，')}` : '';
};

function Cards({ data: { total, waiting } }: { data: Board }) {
  const { members, teams: posted, secretaries, inPost, onLeave, monthDays, monthRequired, absentDays } = total;
  const register = (code: string, state: string) => ({ to: `/registers/${code}`, search: { state } });
  return (
    <StatRow>
      <StatCard
        title="驻村干部"
        value={formatCount(members)}
        unit="人"
        note={`工作队 ${formatCount(posted)} 个，第一书记 ${formatCount(secretaries)} 人`}
        to="/registers/team-postings"
      />
      <StatCard
        title="今天在岗"
        value={formatCount(inPost)}
        unit="人"
        note={`请假、轮休 ${formatCount(onLeave)} 人`}
        basis="已经打卡或者公出的 ÷（在任 − 请假、轮休）"
        to="/teams/sheet"
      />
      <StatCard title="今天在岗率" value={formatRate(inPost, members - onLeave).text} />
      <StatCard
        title="本月在岗"
        value={formatCount(monthDays)}
        unit="人天"
        note={`按要求 ${formatCount(monthRequired)} 人天`}
        to="/teams/sheet"
      />
      <StatCard
        title="本月缺岗"
        value={formatCount(absentDays)}
        unit="人天"
        tone={absentDays > 0 ? 'orange' : 'plain'}
        to="/teams/sheet"
      />
      <StatCard
        title="待批请假"
        value={formatCount(waiting.leaves)}
        unit="次"
        tone={waiting.leaves > 0 ? 'orange' : 'plain'}
        {...register('team-leaves', 'asked')}
      />
      <StatCard title="待批补签" value={formatCount(waiting.fixes)} unit="天" {...register('team-fixes', 'asked')} />
      <StatCard
        title="待备案营地"
        value={formatCount(waiting.camps)}
        unit="处"
        {...register('team-camps', 'proposed')}
      />
    </StatRow>
  );
}

const count = (key: keyof BoardLine & string, title: string, width = 88): ListColumn<BoardLine> => ({
  ...{ key, title, width, align: 'right' },
  render: (row) => formatCount(row[key] as number),
});

const COLUMNS: ListColumn<BoardLine>[] = [
  { key: 'name', title: '地区', render: ({ name }) => name, width: 150 },
  count('teams', '工作队'),
  count('members', '在任（人）'),
  count('secretaries', '第一书记'),
  count('inPost', '今天在岗'),
  count('onLeave', '请假、轮休'),
  {
    key: 'rate',
    title: '在岗率',
    render: ({ inPost, members, onLeave }) => formatRate(inPost, members - onLeave).text,
    width: 80,
    align: 'right',
  },
  count('monthDays', '本月在岗（人天）', 120),
  count('monthRequired', '要求（人天）', 104),
  count('absentDays', '缺岗（人天）', 104),
];

function Areas({ data: { areas, area }, onArea }: { data: Board; onArea: (code: number) => void }) {
  const navigate = useNavigate();
  const isLowest = area.level === 'township' || area.level === 'village';
  return (
    <Section title={`${area.name}各地区`}>
      <SmallTable
        label="到岗情况"
        columns={COLUMNS}
        rows={areas}
        rowKey={({ code }) => code}
        onOpen={({ code }) =>
          isLowest ? void navigate({ to: teamPath(code), search: (old: object) => old }) : onArea(code)
        }
        none="没有驻村选派。请在“驻村选派”台账里登记或导入。"
      />
    </Section>
  );
}

function Settings({ data: { settings }, area }: { data: Board; area: number }) {
  const cache = useQueryClient();
  return (
    <SettingsSection
      title="考勤和考核要求"
      words={{ one: '要求', value: '数值', all: '驻村考勤和考核要求' }}
      lines={settings}
      valueText={({ key, value }) => settingWords(key, value)}
      nameOf={({ title }) => title}
      isAllowed={useMay('teams.save-setting')}
      about="对当前区域及其下级生效；下级可以另设。"
      draft={{ form: 'team-setting', record: String(area) }}
      item={<NumberItem name="value" label="数值" required least={0} most={3650} />}
      onSave={({ key, ...given }, requestId) =>
        teams.client.saveSetting({ requestId, regionCode: area, key: key as TeamSettingKey, ...given })
      }
      onSaved={() => cache.invalidateQueries({ queryKey: teams.query.key() })}
    />
  );
}
