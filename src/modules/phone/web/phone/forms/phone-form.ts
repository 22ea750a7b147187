// What a form on the phone is: questions, what they begin with, and the items that the answers become.

import type { RegisterDefinition } from '../../../../../kernel/register/define-register.ts';
import type { HouseholdView, PhoneCopy } from '../../../../field/domain/phone-copy.ts';
import type { Answers, Question } from '../../../../field/domain/questions.ts';
import type { NewItem } from '../store/phone-store.ts';

export type PhoneForm = {
  title: string;
  /** Whom it is about. */
  about: string;
  questions: Question[];
  initial: Answers;
  /** What the office would refuse of answers that are each fine, in a sentence: by the very rules of the office. */
  refuse?: (answers: Answers) => string | undefined;
  /** In order; those after the first build on it. Their `title`, `about` and `form` are added. */
  toItems: (answers: Answers) => Omit<NewItem, 'title' | 'about' | 'form'>[];
};

export type FormContext = {
  copy: PhoneCopy;
  /** By the phone's clock. */
  today: string;
  registers: readonly RegisterDefinition[];
};

/** A form of one household; `rest` are the further parts of the address. Undefined where what it is about is not there any more. */
export type HouseholdForm = (
  context: FormContext,
  view: HouseholdView,
  rest: readonly string[],
) => PhoneForm | undefined;
