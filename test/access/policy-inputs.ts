// Policies, who answers for them, and what is done when a plan is activated.

type Household = { countyCode: number; householdId: number };

export function policyInputs(requestId: string, area: number, { countyCode, householdId }: Household) {
  const setting = { value: 10, effectiveFrom: '2099-01-01', basis: '试行文件' };
  const clause = { area, document: 'P1', clause: '1' };
  const household = { countyCode, id: householdId };
  return {
    'policies.tasks': { area },
    'policies.tasks-paper': { area, view: 'timetable', format: 'html' },
    'policies.save-setting': { requestId, regionCode: area, ...setting, key: 'task.soon' },
    'entitlements.overview': { area },
    'entitlements.households': clause,
    'entitlements.missing-paper': { ...clause, format: 'html' },
    'entitlements.of-household': household,
    'entitlements.household-paper': { ...household, format: 'html' },
    'duties.chain': { area },
    'duties.gaps': { area },
    'duties.of-household': household,
    'duties.chain-paper': { ...household, format: 'html' },
    'entitlements.of-organisation': { code: 'P1' },
  };
}
