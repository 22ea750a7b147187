// The roads of points (registers §17): who records does not check, an objection holds an entry, a scheme is the assembly's.

import type { States } from '../../../kernel/register/states.ts';
import { TOWNSHIP, VILLAGE } from './words.ts';

export const POINT_ENTRY_STATES: States = {
  first: 'recorded',
  names: { recorded: '记录', checked: '已复核', objected: '有异议', reversed: '异议成立' },
  reached: [['checked', { filled: 'reviewer' }]],
  pauses: ['objected', 'reversed'],
  moves: {
    check: {
      title: '复核',
      from: ['recorded'],
      to: 'checked',
      roles: VILLAGE,
      asks: ['reviewer'],
      apart: true,
    },
    object: {
      title: '登记异议',
      from: ['recorded', 'checked'],
      to: 'objected',
      roles: VILLAGE,
      explained: true,
    },
    settle: { title: '异议不成立', from: ['objected'], roles: VILLAGE, explained: true },
    uphold: {
      title: '异议成立并作废',
      from: ['objected'],
      to: 'reversed',
      roles: VILLAGE,
      explained: true,
      final: true,
    },
  },
};

export const POINT_SCHEME_STATES: States = {
  first: 'drafted',
  names: { drafted: '起草', passed: '会议通过', filed: '乡镇备案', 'in-force': '施行', ended: '停止' },
  reached: [
    ['ended', { filled: 'endedOn' }],
    ['in-force', { filled: 'inForceOn' }],
    ['filed', { filled: 'filedOn' }],
    ['passed', { filled: 'passedOn' }],
  ],
  moves: {
    pass: {
      title: '嘎查村民会议通过',
      from: ['drafted'],
      to: 'passed',
      roles: VILLAGE,
      day: 'passedOn',
      asks: ['minutesNo', 'attended'],
      single: true,
    },
    file: { title: '乡镇备案', from: ['passed'], to: 'filed', roles: TOWNSHIP, day: 'filedOn', apart: true },
    enforce: { title: '施行', from: ['filed'], to: 'in-force', roles: VILLAGE, day: 'inForceOn' },
    end: { title: '停止', from: ['in-force'], to: 'ended', roles: VILLAGE, day: 'endedOn', explained: true },
  },
};
