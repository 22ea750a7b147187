// What is wrong with a template that is being edited, each sentence at its place: for the form, before it is sent.

import type * as z from 'zod';
import { type ProcessTemplate, processTemplate, type WalkTemplate } from './process-template.ts';

/** `path` as in the template: `identification.steps.2.term.days`. */
export type TemplateFault = { path: string; sentence: string };

const WHOLE = '请填写整数';

function sentenceOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'custom':
      return issue.message;
    case 'too_small':
      return issue.origin === 'array' ? '至少选择一项' : `不能小于 ${issue.minimum}`;
    case 'too_big':
      return issue.origin === 'array' ? `最多 ${issue.maximum} 项` : `不能大于 ${issue.maximum}`;
    case 'invalid_type':
      return WHOLE;
    default:
      return '请重新填写';
  }
}

/** Nothing where the template may be saved. */
export function templateFaults(draft: ProcessTemplate): TemplateFault[] {
  const { error } = processTemplate.safeParse(draft);
  return (error?.issues ?? []).map((issue) => ({ path: issue.path.join('.'), sentence: sentenceOf(issue) }));
}

type Steps = WalkTemplate['steps'];

/** By the rules of the process; wrong days are a fault of their own, and no reason to hold a step in its place. */
function mayStand(steps: Steps): boolean {
  const bare = steps.map(({ step }) => ({ step, term: { days: 0, kind: 'natural' } }));
  return processTemplate.shape.identification.shape.steps.safeParse(bare).success;
}

/** The step at `from` moved to `to`; undefined where the rules of the process forbid that order. */
export function moveStep(steps: Steps, from: number, to: number): Steps | undefined {
  const moved = steps[from];
  if (!moved || to < 0 || to >= steps.length) return undefined;
  const rest = steps.filter((_, i) => i !== from);
  const next = [...rest.slice(0, to), moved, ...rest.slice(to)];
  return mayStand(next) ? next : undefined;
}

/** A further step at the last place the rules allow. */
export function addStep(steps: Steps, added: Steps[number]): Steps {
  for (let to = steps.length; to >= 0; to--) {
    const next = [...steps.slice(0, to), added, ...steps.slice(to)];
    if (mayStand(next)) return next;
  }
  return [...steps, added];
}
