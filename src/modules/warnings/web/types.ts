import type { Api } from '../../../platform/web/api.ts';
import type { parametersContract } from '../../parameters/domain/contract.ts';
import type { warningsContract } from '../domain/contract.ts';

type Client = Api<typeof warningsContract>['client'];
type ParametersClient = Api<typeof parametersContract>['client'];

export type WarningItem = Awaited<ReturnType<Client['list']>>['items'][number];
export type WarningDetail = Awaited<ReturnType<Client['get']>>;
export type RuleEvidence = WarningDetail['evidence'][number];
export type TimelineItem = WarningDetail['timeline'][number];
export type MapItem = Awaited<ReturnType<Client['map']>>['items'][number];
export type Rule = Awaited<ReturnType<Client['rules']>>[number];
export type BackTest = Awaited<ReturnType<Client['backTest']>>[number];
export type Parameters = Awaited<ReturnType<ParametersClient['parameters']>>;
export type ParameterRegion = Parameters['regions'][number];
export type ParameterValue = ParameterRegion['values'][number];
export type CountyEffect = Awaited<ReturnType<Client['whatIf']>>['counties'][number];
export type Screening = Awaited<ReturnType<Client['screenings']>>[number];
