// Whether a case is at a point where help is recorded: from the decision, or the emergency path, until the risk is cleared.

import type { Role } from '../../../kernel/operation.ts';
import type { Refusal } from '../../cases/domain/detail-rules.ts';
import { refuseAction } from '../../cases/domain/refuse-action.ts';
import type { Standing } from '../../cases/domain/standing.ts';
import { isEnding } from '../../process/domain/steps.ts';

type Asking = { role: Role; today: number };

/** Why measures cannot be planned now; the same that decides about the plan itself. */
export function refuseMeasures(standing: Standing, { role, today }: Asking): Refusal | undefined {
  const refusal = refuseAction('plan', standing, { role, today, lifted: false });
  if (refusal?.code !== 'cases.not-now') return refusal;
  const over = isEnding(standing.state) || standing.state === 'cleared';
  return { code: over ? 'help.over' : 'help.not-begun' };
}

/** A family may be visited also after its risk was cleared. */
export function refuseVisit(standing: Standing, asking: Asking): Refusal | undefined {
  return standing.state === 'cleared' ? undefined : refuseMeasures(standing, asking);
}
