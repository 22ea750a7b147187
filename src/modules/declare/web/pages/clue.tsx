// One clue: what was heard, from whom, and what became of it.

import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { DetailPage, type Fact, Facts, Section, StateTag } from '../../../../platform/web/detail-page.tsx';
import { UNKNOWN } from '../../../../platform/web/numbers.ts';
import { Empty, Failed, Loading } from '../../../../platform/web/states.tsx';
import { casePath } from '../../../cases/domain/addresses.ts';
import { CHANNEL_NAMES } from '../../../clues/domain/words.ts';
import { householdPath, readRecordKey } from '../../../households/domain/addresses.ts';
import { type Clue, declarations } from '../api.ts';
import { ClueDeclaration } from '../parts/clue-declaration.tsx';

const STATES = { open: '待处理', linked: '已立案', dismissed: '不立案' };
const TONES = { open: 'orange', linked: 'green', dismissed: 'plain' } as const;

export function CluePage() {
  const { key = '' } = useParams({ strict: false }) as { key?: string };
  const clueKey = readRecordKey(key);
  if (!clueKey) return <Empty what="没有这条线索" hint="请从线索列表中打开，或检查链接是否完整。" />;
  return <LoadedClue input={clueKey} />;
}

function LoadedClue({ input }: { input: { countyCode: number; id: number } }) {
  const query = useQuery(declarations.query.clue.queryOptions({ input }));
  if (query.isPending) return <Loading />;
  if (query.isLoadingError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  return <ClueView clue={query.data} />;
}

function ClueView({ clue }: { clue: Clue }) {
  const { state, channel, receivedOn, villageName, townshipName, text, dismissedReason } = clue;
  const facts: Fact[] = [
    { label: '发现渠道', value: CHANNEL_NAMES[channel] },
    { label: '收到日期', value: receivedOn },
    { label: '嘎查村', value: `${townshipName} ${villageName}` },
    { label: '农牧户', value: <Household clue={clue} /> },
    { label: '登记', value: clue.accountName || UNKNOWN },
    { label: '监测个案', value: <CaseLink clue={clue} /> },
    { label: '内容', value: text, wide: true },
    ...(dismissedReason ? [{ label: '不立案的原因', value: dismissedReason, wide: true }] : []),
  ];
  return (
    <DetailPage
      listPath="/clues"
      title={`${clue.personName || '未填姓名'} 的线索`}
      state={<StateTag tone={TONES[state]}>{STATES[state]}</StateTag>}
      note={CHANNEL_NAMES[channel]}
    >
      <Section title="线索">
        <Facts facts={facts} />
      </Section>
      {channel === 'self' && clue.troubles.length > 0 ? <ClueDeclaration clue={clue} /> : null}
    </DetailPage>
  );
}

function Household({ clue: { countyCode, householdId, householdNumber } }: { clue: Clue }) {
  if (householdId === undefined) return <>还没有确定是哪一户</>;
  return <Link to={householdPath({ countyCode, id: householdId })}>{householdNumber ?? '查看'}</Link>;
}

function CaseLink({ clue: { countyCode, caseId } }: { clue: Clue }) {
  if (caseId === undefined) return <>{UNKNOWN}</>;
  return <Link to={casePath({ countyCode, id: caseId })}>查看</Link>;
}
