import type { Api } from '../../../platform/web/api.ts';
import type { householdsContract } from '../domain/contract.ts';

type Client = Api<typeof householdsContract>['client'];

export type HouseholdRow = Awaited<ReturnType<Client['list']>>['items'][number];
export type HouseholdHit = Awaited<ReturnType<Client['search']>>['items'][number];
export type HouseholdDetail = Awaited<ReturnType<Client['get']>>;
export type Member = HouseholdDetail['members'][number];
export type DataIssue = HouseholdDetail['issues'][number];
export type Version = HouseholdDetail['versions'][number];
export type HouseholdEvent = HouseholdDetail['events'][number];
export type Income = HouseholdDetail['incomes'][number];
