import type { Api } from '../../../platform/web/api.ts';
import type { monitoringContract } from '../domain/contract.ts';

type Client = Api<typeof monitoringContract>['client'];

export type TemplateItem = Awaited<ReturnType<Client['templates']>>[number];
export type CalendarDay = Awaited<ReturnType<Client['calendar']>>[number];
export type Figures = Awaited<ReturnType<Client['figures']>>;
export type Figure = Figures['figures'][number];
export type Bulletin = Awaited<ReturnType<Client['bulletin']>>;
export type BulletinRow = Bulletin['rows'][number];
export type NationalItem = Awaited<ReturnType<Client['nationalChanges']>>['items'][number];
export type Comparison = Awaited<ReturnType<Client['comparison']>>;
export type ComparisonItem = Awaited<ReturnType<Client['comparisons']>>['items'][number];
export type CaseItem = Awaited<ReturnType<Client['cases']>>['items'][number];
export type ClueItem = Awaited<ReturnType<Client['clues']>>['items'][number];
