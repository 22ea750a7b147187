import { Problem } from '../../../kernel/problem.ts';
import { dayOn } from '../../../platform/server/clock.ts';
import { handlersFor, type OperationContext } from '../../../platform/server/http/context.ts';
import { groupOf } from '../../figures/domain/definitions/index.ts';
import { figureNamed } from '../../figures/server/index.ts';
import { boardContract } from '../domain/contract.ts';
import { figuresOfLevel } from '../domain/default-figures.ts';
import '../domain/problems.ts';
import { chooseFigures } from './choices.ts';
import { countCard, countRegions } from './count.ts';
import { type AskedBoard, aboutOf, boardArea, readCards } from './read-board.ts';

const on = handlersFor(boardContract);

const areaOf = ({ db, actor, services }: OperationContext, asked: AskedBoard) =>
  db.read(actor, (tx) => boardArea(tx, asked, dayOn(services.clock)));

/** Ids as the definitions have them; the same one twice is refused. */
function namedOnce(figures: readonly string[]): string[] {
  const definitions = figures.map(figureNamed);
  const twice = definitions.find((one, i) => definitions.indexOf(one) !== i);
  if (twice) throw new Problem('board.chosen-twice', { name: twice.name });
  return definitions.map(({ id }) => id);
}

export const boardHandlers = {
  show: on.show.handler(({ input, context: { db, actor, services } }) =>
    db.read(actor, async (tx) => {
      const area = await boardArea(tx, input, dayOn(services.clock));
      const choices = figuresOfLevel(area.region.level).map((figure) => {
        const { id, name, unit } = figure;
        return { id, name, unit, group: groupOf(figure) };
      });
      return { ...aboutOf(area), ...(await readCards(tx, area)), choices };
    }),
  ),

  choose: on.choose.handler(({ input: { requestId, figures }, context: { db, actor } }) =>
    db.write(actor, requestId, async (tx) => {
      const chosen = figures && namedOnce(figures);
      await chooseFigures(tx, chosen);
      return {
        result: {},
        audit: {
          ...{ operation: 'board.choose', subjectKind: 'account', subjectId: actor.accountId },
          after: { figures: chosen ?? [] },
        },
      };
    }),
  ),

  count: on.count.handler(async ({ input: { figure, what, ...asked }, context }) => ({
    counted: await countCard(context, await areaOf(context, asked), { figure, what }),
  })),

  regions: on.regions.handler(async ({ input: { figure, level, ...asked }, context }) => {
    const area = await areaOf(context, asked);
    const { definition, regions } = await countRegions(context, area, { figure, level });
    const { id, name, unit } = definition;
    return { ...aboutOf(area), id, name, unit, regions };
  }),
};
