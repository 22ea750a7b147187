// The door of the slice's pages: who is where, a month, a team, a member, the assessment, a ballot.

import type { AnyRoute } from '@tanstack/react-router';
import { framePage } from '../../../platform/web/frame/routes.tsx';

const at = (entry: string, title: string, tab: string, operation: string) => ({
  ...{ title, area: '帮扶力量', entry, tab, operation },
});

export const routes: AnyRoute[] = [
  framePage({
    path: '/teams',
    menu: {
      ...at('驻村工作队', '到岗情况', '到岗', 'teams.board'),
      words: ['驻村到岗', '谁在村里', '在岗率', '缺第一书记', '空岗'],
    },
    help: () => import('./help.ts').then((help) => help.board),
    load: () => import('./pages/board.tsx').then((page) => page.BoardPage),
  }),
  framePage({
    path: '/teams/sheet',
    menu: { ...at('驻村考勤', '考勤月报', '考勤', 'teams.sheet'), words: ['考勤', '打卡', '签到', '出勤'] },
    help: () => import('./help.ts').then((help) => help.sheet),
    load: () => import('./pages/sheet.tsx').then((page) => page.SheetPage),
  }),
  framePage({
    path: '/teams/assessment',
    menu: {
      ...at('驻村考核', '四维考核', '考核', 'teams.assessment'),
      words: ['驻村考核得分', '四维', '驻村干部优秀'],
    },
    help: () => import('./help.ts').then((help) => help.assessment),
    load: () => import('./pages/assessment.tsx').then((page) => page.AssessmentPage),
  }),
  framePage({
    path: '/teams/villages/$village',
    help: () => import('./help.ts').then((help) => help.team),
    load: () => import('./pages/team.tsx').then((page) => page.TeamPage),
  }),
  framePage({
    path: '/teams/members/$number',
    help: () => import('./help.ts').then((help) => help.member),
    load: () => import('./pages/member.tsx').then((page) => page.MemberPage),
  }),
  framePage({
    path: '/teams/ballots/$number',
    help: () => import('./help.ts').then((help) => help.ballot),
    load: () => import('./pages/ballot.tsx').then((page) => page.BallotPage),
  }),
];
