// Where somebody was, as forms ask for it and as inputs of operations say it.

import type { Question } from '../../../../field/domain/questions.ts';

export const placeQuestion: Question = {
  ...{ kind: 'place', name: 'position', title: '走访位置', page: '走访位置' },
  hint: '不记录也可以继续。只在点按钮时读取一次位置。',
};

/** Longitude and latitude stand beside the other fields. */
export const withoutPosition = ({ position, ...rest }: Record<string, unknown>) => ({
  ...rest,
  ...(position as { longitude: number; latitude: number } | undefined),
});
