// One issue: what was found, how it stands, and its answer.

import { Link } from '@tanstack/react-router';
import { Facts, Section } from '../../../../platform/web/detail-page.tsx';
import { DraftForm, GuardedDrawer } from '../../../../platform/web/form/index.ts';
import { UNKNOWN } from '../../../../platform/web/numbers.ts';
import { useMay } from '../../../../platform/web/viewer.tsx';
import { householdPath } from '../../../households/domain/addresses.ts';
import { shownNumber } from '../../../households/domain/local-number.ts';
import { RULES } from '../../domain/rules/index.ts';
import { BASES, OUTCOMES } from '../../domain/words.ts';
import { cleaning, type Issue } from '../api.ts';
import { type AnswerFields, AnswerItems } from './answer-items.tsx';
import { SeverityTag, StageTag } from './words.tsx';

type IssueDrawerProps = { issue: Issue; onClose: () => void; onDone: () => Promise<void> };

export function IssueDrawer({ issue, onClose, onDone }: IssueDrawerProps) {
  const mayAnswer =
    useMay('cleaning.answer') && (issue.stage === 'found' || issue.stage === 'assigned' || issue.stage === 'answered');
  const rule = RULES.find(({ code }) => code === issue.rule);
  return (
    <GuardedDrawer title={issue.title} onClose={onClose}>
      <Section title="查出的情况" extra={<StageTag stage={issue.stage} />}>
        <Facts
          facts={[
            { label: '户编号', value: <HouseholdLink issue={issue} /> },
            { label: '户主', value: issue.headName },
            { label: '成员', value: issue.personName },
            { label: '嘎查村', value: `${issue.townshipName} ${issue.villageName}` },
            { label: '查出的情况', value: issue.value, wide: true },
            ...(rule ? [{ label: `规则 ${rule.code}`, value: rule.text, wide: true }] : []),
            { label: '严重度', value: issue.severity ? <SeverityTag severity={issue.severity} /> : undefined },
            { label: '发现日期', value: issue.foundOn },
            { label: '期限', value: issue.dueOn },
            { label: '承办人', value: issue.assignedName },
            ...(issue.reopened > 0 ? [{ label: '再次出现', value: `${issue.reopened} 次` }] : []),
            ...(issue.returned ? [{ label: '退回原因', value: issue.returned, wide: true }] : []),
          ]}
        />
      </Section>
      {issue.outcome || issue.explanation ? <Answered issue={issue} /> : null}
      {mayAnswer ? <AnswerForm issue={issue} onDone={onDone} /> : null}
    </GuardedDrawer>
  );
}

function HouseholdLink({ issue: { householdId, countyCode, number = '' } }: { issue: Issue }) {
  if (householdId === undefined) return <>{UNKNOWN}</>;
  return <Link to={householdPath({ countyCode, id: householdId })}>{shownNumber(number)}</Link>;
}

function Answered({
  issue: { outcome, basis, explanation, answeredBy, answeredOn, signedBy, signedOn, explainedUntil },
}: {
  issue: Issue;
}) {
  return (
    <Section title="处理结论">
      <Facts
        facts={[
          { label: '结论', value: outcome ? OUTCOMES[outcome] : undefined },
          { label: '依据', value: basis ? BASES[basis] : undefined },
          { label: '情况说明', value: explanation, wide: true },
          { label: '登记', value: [answeredBy, answeredOn].filter(Boolean).join(' ') },
          { label: '签认', value: [signedBy, signedOn].filter(Boolean).join(' ') },
          ...(explainedUntil ? [{ label: '说明有效至', value: explainedUntil }] : []),
        ]}
      />
    </Section>
  );
}

function AnswerForm({ issue: { countyCode, id, field }, onDone }: Pick<IssueDrawerProps, 'issue' | 'onDone'>) {
  return (
    <Section title="登记结论">
      <DraftForm<AnswerFields>
        initialValues={{ outcome: 'verified-ok' }}
        deed={{ label: '登记结论' }}
        onSend={(fields, requestId) => cleaning.client.answer({ requestId, keys: [{ countyCode, id }], ...fields })}
        done="结论已登记"
        onSent={onDone}
      >
        <AnswerItems field={field} />
      </DraftForm>
    </Section>
  );
}
