// Questions of a region's own as they are typed: a line each, 问题：选项、选项. A question keeps its code as long as its words are the same.

import type { OwnQuestions } from './survey.ts';

export const questionLines = (questions: OwnQuestions): string =>
  questions.map(({ title, choices }) => `${title}：${choices.join('、')}`).join('\n');

/** The first line that cannot be read, or all questions; codes of `before` go on where the words are the same. */
export function readQuestions(text: string, before: OwnQuestions): OwnQuestions | { bad: string } {
  const codes = new Map(before.map(({ title, code }) => [title, code]));
  const used = new Set(codes.values());
  let next = 1;
  const fresh = () => {
    while (used.has(`q-${next}`)) next++;
    used.add(`q-${next}`);
    return `q-${next}`;
  };
  const questions: OwnQuestions = [];
  for (const line of text
    .split('\n')
    .map((one) => one.trim())
    .filter((one) => one !== '')) {
    const [title = '', rest = ''] = line.split(/[:：]/).map((one) => one.trim());
    const choices = rest.split(/[、,，]/).flatMap((one) => one.trim() || []);
    if (title.length < 2 || choices.length < 2 || choices.length > 8) return { bad: line };
    questions.push({ code: codes.get(title) ?? fresh(), title, choices });
  }
  return questions;
}
