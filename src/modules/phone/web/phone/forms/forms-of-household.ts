// Which forms there are, by the first part of their address, and which of them a household offers now.

import { type HouseholdView, householdOf, keyText, type PhoneCopy } from '../../../../field/domain/phone-copy.ts';
import { addressOf } from '../addresses.ts';
import { CASE_FORMS, type CaseFormKind, caseForm, TITLES } from './case-forms.ts';
import { compareForm, compareTarget, issueForm, issueTarget } from './cleaning-forms.ts';
import { declarationForm } from './declaration-form.ts';
import type { FormContext, HouseholdForm, PhoneForm } from './phone-form.ts';
import { punchForm } from './punch-form.ts';
import { registerForm } from './register-form.ts';
import { openRounds, recheckForm, roundVisitForm } from './round-forms.ts';
import { sheetForm } from './sheet-form.ts';
import { activationForm, clueForm, measureForm, visitForm, warningForm } from './visit-forms.ts';

const CASE_KINDS = Object.keys(CASE_FORMS) as CaseFormKind[];

const HOUSEHOLD_FORMS: Record<string, HouseholdForm> = {
  clue: clueForm,
  declare: declarationForm,
  visit: visitForm,
  warning: warningForm,
  measure: measureForm,
  activation: activationForm,
  sheet: sheetForm,
  round: roundVisitForm,
  recheck: recheckForm,
  issue: issueForm,
  compare: compareForm,
  ...Object.fromEntries(CASE_KINDS.map((kind) => [kind, caseForm(kind)])),
};

/** The form of an address: `clue/<household>`, `verify/<household>/<case>`, `register/<code>/<row>[/<household>]`, `punch`. */
export function formOf(context: FormContext, kind: string, of: readonly string[]): PhoneForm | undefined {
  const [one = '', ...rest] = of;
  if (kind === 'register') return registerForm(context, one, rest[0] ?? 'new', rest[1]);
  if (kind === 'punch') return punchForm(context);
  const view = householdOf(context.copy, one);
  return view && HOUSEHOLD_FORMS[kind]?.(context, view, rest);
}

export type OfferedForm = { address: string; title: string };

const NOTHING: ReadonlySet<string> = new Set();

/** `waiting`: targets of what the outbox holds. What may be recorded of the household now: what the server said this account may do, and no more. */
export function formsOfHousehold(
  copy: PhoneCopy,
  view: HouseholdView,
  waiting: ReadonlySet<string> = NOTHING,
): OfferedForm[] {
  const household = keyText(view.household);
  const may = (operation: string) => copy.operations.includes(operation);
  const offer = (kind: string, title: string, ...rest: string[]) => ({
    address: addressOf('form', kind, household, ...rest),
    title,
  });
  const ofCases = view.cases.flatMap((each) => [
    ...CASE_KINDS.filter((kind) => each.actions.includes(kind) && may(`cases.${kind}`)).map((kind) =>
      offer(kind, TITLES[kind], keyText(each)),
    ),
    ...(may('help.add-visit') && each.state === 'monitored' ? [offer('visit', '登记走访', keyText(each))] : []),
  ]);
  const ofWarnings = view.warnings
    .filter(({ state }) => state === 'open' && may('warnings.check'))
    .map((each) => offer('warning', '核实预警', keyText(each)));
  const ofMeasures = may('help.finish-measure')
    ? view.measures.map((each) => offer('measure', `落实：${each.content.slice(0, 12)}`, keyText(each)))
    : [];
  const ofActivations = may('contingency.visit')
    ? view.activations.map(({ number, title }) => offer('activation', `应急走访：${title}`, number))
    : [];
  const ofRounds = may('sweeps.visit')
    ? openRounds(copy, view, waiting).map(({ round }) => offer('round', `入户核查：${round.name}`, round.number))
    : [];
  const ofRechecks = may('sweeps.recheck')
    ? view.rechecks.map(({ recheckId }) => offer('recheck', '抽查复核', String(recheckId)))
    : [];
  const ofIssues = may('cleaning.answer')
    ? view.issues
        .filter((each) => !waiting.has(issueTarget(each)))
        .map((each) => offer('issue', `处理疑点：${each.title.slice(0, 14)}`, keyText(each)))
    : [];
  const ofComparison =
    view.comparison && may('cleaning.compare') && !waiting.has(compareTarget(view.household))
      ? [offer('compare', '机账实卡核查')]
      : [];
  return [
    ...ofRounds,
    ...ofRechecks,
    ...ofCases,
    ...ofWarnings,
    ...ofMeasures,
    ...ofActivations,
    ...ofIssues,
    ...ofComparison,
    ...(may('clues.add') ? [offer('clue', '登记线索')] : []),
    ...(may('declare.for-household') ? [offer('declare', '代为自主申报')] : []),
    ...(may('incomes.save-sheet') ? [offer('sheet', '收入测算')] : []),
  ];
}
