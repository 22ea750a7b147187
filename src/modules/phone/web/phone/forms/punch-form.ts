// A punch of a member of the team: the moment is the phone's, where it was is told or not, and nothing of it can be refused for want of a network.

import { newRequestId } from '../../../../../platform/web/request-id.ts';
import type { Question } from '../../../../field/domain/questions.ts';
import { PUNCH_KINDS } from '../../../../teams/domain/words.ts';
import type { FormContext, PhoneForm } from './phone-form.ts';

const DEVICE_KEY = 'shouwang.device';

/** Tells one phone from another, and nothing about it. */
function deviceOf(): string {
  const known = localStorage.getItem(DEVICE_KEY);
  const device = known ?? newRequestId();
  if (known === null) localStorage.setItem(DEVICE_KEY, device);
  return device;
}

/** Who may punch: somebody of the village's team. */
export function isOfTeam({ picks = {} }: FormContext['copy']): boolean {
  return (picks['team-leaves.cadreNumber'] ?? []).some(({ isOwn }) => isOwn);
}

export const punchForm = ({ copy }: FormContext): PhoneForm => {
  const questions: Question[] = [
    { kind: 'choice', name: 'kind', title: '现在在哪里', choices: PUNCH_KINDS, required: true },
    {
      ...{ kind: 'place', name: 'position', title: '打卡位置', page: '打卡位置' },
      hint: '只记录这一次，只有苏木乡镇能看，到期清除。测不到或不记录也可以打卡。',
    },
    {
      ...{ kind: 'text', name: 'note', title: '事由', most: 300, lines: 3, page: '打卡位置' },
      hint: '不在嘎查村办公点和牧点的写一句，例如：到巴音家看牲畜',
    },
  ];
  return {
    title: '驻村打卡',
    about: copy.account.name,
    questions,
    // The moment the form was opened: opened again to be put right it stays.
    initial: { kind: 'in-village', at: new Date().toISOString() },
    toItems: ({ position, note, kind, at }) => {
      const place = position as { longitude: number; latitude: number } | undefined;
      const input = { kind, at, device: deviceOf(), ...(note ? { note } : {}), ...place };
      return [{ operation: 'teams.punch', input, files: [] }];
    },
  };
};
