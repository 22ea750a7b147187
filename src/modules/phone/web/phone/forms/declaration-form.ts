// What a family declares to who sits at its table. They are given the receipt at once, to ask with later; the phone draws it, so that there
// has to be no network for it.

import { receiptOf, writeReceipt } from '../../../../../kernel/receipt.ts';
import { bareDigits, isPhone, LONGEST_WORDS, MOST_PHOTOS, TROUBLE_NAMES } from '../../../../declare/domain/words.ts';
import { keyText } from '../../../../field/domain/phone-copy.ts';
import { filesOf, nested, type Question } from '../../../../field/domain/questions.ts';
import type { HouseholdForm } from './phone-form.ts';

/** As random as those of the office. */
const newReceipt = () => writeReceipt(receiptOf(crypto.getRandomValues(new Uint8Array(16))));

export const declarationForm: HouseholdForm = ({ today }, { household }) => {
  const questions: Question[] = [
    { kind: 'choices', name: 'troubles', title: '家里遇到了什么困难', choices: TROUBLE_NAMES, required: true },
    {
      ...{ kind: 'text', name: 'words', title: '这家人怎么说', most: LONGEST_WORDS, lines: 6, page: '这家人怎么说' },
      hint: '按他们的话写；上一步选了“其他”的，这里写明是什么困难',
    },
    { kind: 'photos', name: 'photos', title: '照片', most: MOST_PHOTOS, page: '照片' },
    {
      ...{ kind: 'text', name: 'phone', title: '这家人的电话', least: 7, most: 30, required: true },
      hint: '查进度时要核对后 4 位；家里没有电话的，写村委会带区号的电话',
    },
    { kind: 'day', name: 'declaredOn', title: '申报日期', latest: today, required: true },
    {
      ...{ kind: 'shown', name: 'receipt', title: '回执号' },
      hint: '请抄给这家人。记录送达后，他们凭回执号和电话后 4 位就能查进度',
      page: '把回执号交给这家人',
    },
  ];
  const { countyCode, id: householdId } = household;
  return {
    title: '代为自主申报',
    about: household.headName,
    questions,
    initial: { declaredOn: today, receipt: newReceipt() },
    refuse: ({ phone, troubles, words }) => {
      if (!isPhone(bareDigits(String(phone ?? '')))) return '这家人的电话：应为 11 位手机号码，或带区号的座机号码';
      const isOther = Array.isArray(troubles) && troubles.includes('other');
      return isOther && !words ? '选了“其他”困难的，请用一两句话写明是什么困难' : undefined;
    },
    toItems: (answers) => {
      const input = { countyCode, householdId, ...nested(questions, answers) };
      const files = filesOf(questions, answers);
      return [{ operation: 'declare.for-household', input, files, group: keyText(household) }];
    },
  };
};
