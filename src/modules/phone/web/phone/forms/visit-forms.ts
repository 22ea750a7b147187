// What is recorded of a household beside its case: a clue, a visit, a warning looked into, a measure's result, an emergency visit.

import { CHANNEL_NAMES } from '../../../../clues/domain/words.ts';
import { VISIT_RESULTS, VISIT_WAYS } from '../../../../contingency/domain/words.ts';
import { keyText } from '../../../../field/domain/phone-copy.ts';
import { filesOf, nested, type Question } from '../../../../field/domain/questions.ts';
import { RESULTS, STATE_NAMES as WARNING_STATES } from '../../../../warnings/domain/lifecycle.ts';
import type { HouseholdForm } from './phone-form.ts';
import { placeQuestion, withoutPosition } from './place-question.ts';

const photos: Question = { kind: 'photos', name: 'photos', title: '现场照片', most: 9, page: '现场照片' };
export const clueForm: HouseholdForm = ({ today }, { household }) => {
  const questions: Question[] = [
    { kind: 'choice', name: 'channel', title: '从哪里发现的', choices: CHANNEL_NAMES, required: true },
    { kind: 'text', name: 'text', title: '遇到了什么困难', least: 4, most: 1000, lines: 6, required: true },
    { kind: 'day', name: 'receivedOn', title: '发现日期', latest: today, required: true },
  ];
  const { countyCode, id: householdId } = household;
  return {
    title: '登记线索',
    about: household.headName,
    questions,
    initial: { channel: 'visit', receivedOn: today },
    toItems: (answers) => {
      const input = { countyCode, householdId, ...nested(questions, answers) };
      return [{ operation: 'clues.add', input, files: [], group: keyText(household) }];
    },
  };
};

export const visitForm: HouseholdForm = ({ copy, today }, { household, cases }, [caseId]) => {
  const of = cases.find((each) => keyText(each) === caseId);
  if (!of) return undefined;
  const questions: Question[] = [
    photos,
    { kind: 'text', name: 'findings', title: '走访情况', least: 4, most: 1000, lines: 6, required: true },
    { kind: 'day', name: 'visitedOn', title: '走访日期', latest: today, required: true, page: '走访人和日期' },
    { kind: 'names', name: 'visitors', title: '走访人', least: 1, required: true, page: '走访人和日期' },
    { kind: 'day', name: 'nextVisitDue', title: '约定的下次走访日期', page: '走访人和日期' },
    placeQuestion,
  ];
  return {
    title: '登记走访',
    about: household.headName,
    questions,
    initial: { visitedOn: today, visitors: [copy.account.name] },
    toItems: (answers) => {
      const input = { countyCode: of.countyCode, id: of.id, ...withoutPosition(nested(questions, answers)) };
      return [{ operation: 'help.add-visit', input, files: filesOf(questions, answers), group: keyText(household) }];
    },
  };
};

export const warningForm: HouseholdForm = (_context, { household, warnings }, [warningId]) => {
  const of = warnings.find((each) => keyText(each) === warningId);
  if (!of) return undefined;
  const questions: Question[] = [
    photos,
    {
      ...{ kind: 'choice', name: 'result', title: '核实结果', required: true },
      choices: Object.fromEntries(RESULTS.map((result) => [result, WARNING_STATES[result]])),
      hint: `预警：${of.rules.map(({ name }) => name).join('、')}`,
    },
    {
      ...{ kind: 'text', name: 'note', title: '核实情况', least: 4, most: 500, lines: 5, required: true },
      hint: '没有风险的写明理由；部门已处理的写明是哪个部门',
    },
  ];
  const { countyCode, id } = of;
  return {
    title: '核实预警',
    about: household.headName,
    questions,
    initial: {},
    toItems: (answers) => {
      const input = { countyCode, id, ...nested(questions, answers) };
      const target = `warning ${keyText(of)}`;
      return [
        { operation: 'warnings.check', input, files: filesOf(questions, answers), group: keyText(household), target },
      ];
    },
  };
};

export const measureForm: HouseholdForm = ({ today }, { household, measures }, [measureId]) => {
  const of = measures.find((each) => keyText(each) === measureId);
  if (!of) return undefined;
  const questions: Question[] = [
    photos,
    {
      kind: 'text',
      name: 'result',
      title: '落实结果',
      least: 4,
      most: 500,
      lines: 5,
      required: true,
      hint: of.content,
    },
    { kind: 'day', name: 'resultOn', title: '落实日期', latest: today, required: true },
    { kind: 'money', unit: '元', name: 'moneyFen', title: '实际资金', required: true },
  ];
  const { countyCode, id: measureId_, caseId, version } = of;
  return {
    title: '登记措施落实结果',
    about: household.headName,
    questions,
    initial: { resultOn: today, moneyFen: of.moneyFen },
    toItems: (answers) => {
      const input = { countyCode, id: caseId, measureId: measureId_, version, ...nested(questions, answers) };
      const files = filesOf(questions, answers);
      return [
        { operation: 'help.finish-measure', input, files, group: keyText(household), target: `measure ${keyText(of)}` },
      ];
    },
  };
};

export const activationForm: HouseholdForm = ({ today }, { household, activations }, [number]) => {
  const of = activations.find((each) => each.number === number);
  if (!of) return undefined;
  const questions: Question[] = [
    { kind: 'choice', name: 'result', title: '结论', choices: VISIT_RESULTS, required: true, hint: of.title },
    {
      ...{ kind: 'money', unit: '元', name: 'lossFen', title: '申报损失', page: '申报损失' },
      when: ({ result }) => result !== 'safe' && result !== 'away',
    },
    { kind: 'yes-no', name: 'helpedFirst', title: '帮扶先行', yes: '已先行帮扶', no: '没有', required: true },
    { kind: 'choice', name: 'way', title: '走访方式', choices: VISIT_WAYS, required: true, page: '走访' },
    { kind: 'day', name: 'visitedOn', title: '走访日期', latest: today, required: true, page: '走访' },
    { kind: 'text', name: 'note', title: '说明', most: 500, lines: 3, page: '说明' },
  ];
  const { countyCode, id } = household;
  return {
    title: '应急走访',
    about: household.headName,
    questions,
    initial: { way: 'offline', visitedOn: today },
    toItems: (answers) => {
      const input = { number: of.number, household: { countyCode, id }, ...nested(questions, answers) };
      const target = `activation ${of.number} ${keyText(household)}`;
      return [{ operation: 'contingency.visit', input, files: [], group: keyText(household), target }];
    },
  };
};
