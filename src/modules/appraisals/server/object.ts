// An objection of one of the assessed against a score, while objections are heard. Its answer is a move of its register.

import { formatDate } from '../../../kernel/plain-date.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { RegisterDefinition } from '../../../kernel/register/define-register.ts';
import { dayOn } from '../../../platform/server/clock.ts';
import type { OperationContext } from '../../../platform/server/http/context.ts';
import { nextNumber } from '../../../platform/server/registers/next-number.ts';
import { addRecord } from '../../../platform/server/registers/record.ts';
import type { RecordTools } from '../../../platform/server/registers/typed-rows.ts';
import '../domain/problems.ts';
import { objectionRegister } from '../domain/registers/objection-register.ts';
import { askedRun } from './read-run.ts';

export const objections = objectionRegister as unknown as RegisterDefinition;

type Asked = { number: string; region: number; indicator?: string | undefined; claim: string; evidence: string };

/** Whether one may object now: who sees the sheet as its own, while the scheme hears objections. */
export function hearsObjections({ state }: { state: string }): boolean {
  return state === 'announced';
}

/** Throws `appraisals.not-found`, `appraisals.no-target`, `appraisals.no-indicator`, `appraisals.objections-over`. */
export async function objectTo(
  context: OperationContext,
  tools: RecordTools,
  { requestId, ...asked }: Asked & { requestId: string },
): Promise<{ objectionNumber: string }> {
  const { db, actor, services } = context;
  await askedRun(context, asked.number, ({ scheme, contents }, sight) => {
    const content = contents.find(({ regionCode }) => regionCode === asked.region);
    if (!content || !sight.sees(asked.region)) throw new Problem('appraisals.no-target');
    if (!hearsObjections(scheme))
      throw new Problem('appraisals.objections-over', {
        day: scheme.state === 'heard' ? (scheme.objectionsUntil ?? '') : '',
      });
    if (asked.indicator !== undefined && !content.values.some(({ number }) => number === asked.indicator))
      throw new Problem('appraisals.no-indicator', { number: asked.indicator });
  });
  return db.write(actor, requestId, async (tx) => {
    const raisedOn = formatDate(dayOn(services.clock));
    const objectionNumber = await nextNumber(tx, 'assessment_objection_numbers', `YY${raisedOn.slice(0, 4)}`, 5);
    const { audit } = await addRecord(tx, tools, objections, {
      ...{ objectionNumber, schemeNumber: asked.number, indicatorNumber: asked.indicator ?? null, raisedOn },
      ...{ regionCode: asked.region, claim: asked.claim, evidence: asked.evidence },
    });
    return { result: { objectionNumber }, audit: { ...audit, operation: 'appraisals.object' } };
  });
}
