import { StateTag } from '../../../../platform/web/detail-page.tsx';
import { UNKNOWN } from '../../../../platform/web/numbers.ts';
import { HOUSEHOLD_KIND_NAMES, MONITORING_CATEGORY_NAMES } from '../../domain/registry-columns.ts';
import type { DataIssue, HouseholdRow } from '../types.ts';
import { ISSUE_STATES } from '../words.ts';

type Monitored = Pick<HouseholdRow, 'monitoringCategory' | 'riskCleared'>;

export function KindTag({ kind }: Pick<HouseholdRow, 'kind'>) {
  return kind === 'lifted' ? (
    <StateTag tone="green">{HOUSEHOLD_KIND_NAMES.lifted}</StateTag>
  ) : (
    HOUSEHOLD_KIND_NAMES.general
  );
}

/** A category whose risk is cleared stands quietly, with the words. */
export function CategoryTag({ monitoringCategory, riskCleared }: Monitored) {
  if (!monitoringCategory) return <>{UNKNOWN}</>;
  const name = MONITORING_CATEGORY_NAMES[monitoringCategory];
  return riskCleared ? <StateTag>{`${name}（风险已消除）`}</StateTag> : <StateTag tone="orange">{name}</StateTag>;
}

export function IssueStateTag({ state }: { state: DataIssue['state'] }) {
  return <StateTag tone={state === 'open' ? 'yellow' : 'plain'}>{ISSUE_STATES[state]}</StateTag>;
}
