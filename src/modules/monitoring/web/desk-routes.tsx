// Settings of the process, the bulletin and the list for the national system: their pages and their place in the menu.

import type { AnyRoute } from '@tanstack/react-router';
import { framePage } from '../../../platform/web/frame/routes.tsx';
import type { NavItem } from '../../../platform/web/frame/shell.tsx';
import {
  bulletinSearch,
  calendarSearch,
  figureCasesSearch,
  figureCluesSearch,
  nationalSearch,
  templateEditorSearch,
} from './desk-searches.ts';

export const deskNavigation: NavItem[] = [
  { group: 'monitoring', title: '进度通报', path: '/monitoring/bulletin', operation: 'monitoring.bulletin' },
  {
    group: 'monitoring',
    title: '国家系统回写',
    path: '/monitoring/national',
    operation: 'monitoring.national-changes',
  },
  { group: 'system', title: '流程模板', path: '/monitoring/templates', operation: 'monitoring.templates' },
  { group: 'system', title: '节假日', path: '/monitoring/calendar', operation: 'monitoring.calendar' },
];

export const deskRoutes: AnyRoute[] = [
  framePage({
    path: '/monitoring/bulletin',
    search: bulletinSearch,
    load: () => import('./pages/bulletin.tsx').then((page) => page.BulletinPage),
  }),
  framePage({
    path: '/monitoring/bulletin/cases',
    search: figureCasesSearch,
    load: () => import('./pages/figure-cases.tsx').then((page) => page.FigureCasesPage),
  }),
  framePage({
    path: '/monitoring/bulletin/clues',
    search: figureCluesSearch,
    load: () => import('./pages/figure-clues.tsx').then((page) => page.FigureCluesPage),
  }),
  framePage({
    path: '/monitoring/national',
    search: nationalSearch,
    load: () => import('./pages/national.tsx').then((page) => page.NationalPage),
  }),
  framePage({
    path: '/monitoring/templates',
    load: () => import('./pages/templates.tsx').then((page) => page.TemplatesPage),
  }),
  framePage({
    path: '/monitoring/templates/edit',
    search: templateEditorSearch,
    load: () => import('./pages/template-editor.tsx').then((page) => page.TemplateEditorPage),
  }),
  framePage({
    path: '/monitoring/calendar',
    search: calendarSearch,
    load: () => import('./pages/calendar.tsx').then((page) => page.CalendarPage),
  }),
];
