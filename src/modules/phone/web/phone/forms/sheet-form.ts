// The income sheet at the kitchen table: first what there is, then how many at what price, in the family's own words.

import { keyText } from '../../../../field/domain/phone-copy.ts';
import type { Answers, Question } from '../../../../field/domain/questions.ts';
import { SHEET_ITEMS, type SheetItem, type SheetItemKey } from '../../../../incomes/domain/sheet-items.ts';
import type { HouseholdForm } from './phone-form.ts';

const ITEMS = Object.entries(SHEET_ITEMS) as [SheetItemKey, SheetItem][];
const isThere = (key: SheetItemKey) => (answers: Answers) => ((answers.items as string[]) ?? []).includes(key);

function itemQuestions([key, { title, unit, price }]: [SheetItemKey, SheetItem]): Question[] {
  const base = { required: true, page: title, when: isThere(key) };
  if (unit === undefined)
    return [{ ...base, kind: 'money', unit: '元', name: `${key}.amountFen`, title: `${title}，一年一共` }];
  return [
    { ...base, kind: 'number', name: `${key}.quantity`, title: `多少${unit}`, unit, least: 0, places: 2 },
    { ...base, kind: 'money', unit: '元', name: `${key}.priceFen`, title: price ?? '' },
  ];
}

function linesOf(answers: Answers) {
  return ITEMS.filter(([key]) => isThere(key)(answers)).map(([item, { unit }]) =>
    unit === undefined
      ? { item, amountFen: answers[`${item}.amountFen`] }
      : { item, quantity: answers[`${item}.quantity`], priceFen: answers[`${item}.priceFen`] },
  );
}

export const sheetForm: HouseholdForm = ({ today }, { household, incomes }) => {
  const thisYear = Number(today.slice(0, 4));
  const questions: Question[] = [
    {
      ...{ kind: 'choice', name: 'year', title: '哪一年的收入', required: true, page: '年度和人口' },
      choices: { [thisYear]: `${thisYear} 年`, [thisYear - 1]: `${thisYear - 1} 年` },
    },
    {
      ...{ kind: 'number', name: 'members', title: '年末人口', unit: '人', least: 1, required: true },
      page: '年度和人口',
    },
    {
      ...{ kind: 'choices', name: 'items', title: '有哪些收入和花费', required: true },
      choices: Object.fromEntries(ITEMS.map(([key, { title }]) => [key, title])),
      hint: '点选有的，后面一项一项问数量和价钱',
    },
    ...ITEMS.flatMap(itemQuestions),
  ];
  const { countyCode, id } = household;
  return {
    title: '收入测算',
    about: household.headName,
    questions,
    initial: { year: String(thisYear), members: household.memberCount },
    toItems: (answers) => {
      const year = Number(answers.year);
      const version = incomes.find((each) => each.year === year)?.version;
      const input = {
        ...{ countyCode, id, year, members: answers.members, lines: linesOf(answers), collectedOn: today },
        ...(version ? { version } : {}),
      };
      const target = `sheet ${keyText(household)} ${year}`;
      return [{ operation: 'incomes.save-sheet', input, files: [], group: keyText(household), target }];
    },
  };
};
