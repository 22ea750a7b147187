import { collectiveEconomyRegister } from './collective-economy-register.ts';
import { creditRatingRegister } from './credit-rating-register.ts';
import { customEventRegister } from './custom-event-register.ts';
import { governancePilotRegister } from './governance-pilot-register.ts';
import { pointEntryRegister } from './point-entry-register.ts';
import { pointExchangeRegister } from './point-exchange-register.ts';
import { pointRuleRegister } from './point-rule-register.ts';
import { pointRuleTemplateRegister } from './point-rule-template-register.ts';
import { pointSchemeRegister } from './point-scheme-register.ts';
import { shopGoodRegister } from './shop-good-register.ts';
import { shopSupplyRegister } from './shop-supply-register.ts';
import { starRatingRegister } from './star-rating-register.ts';
import { villageStatuteRegister } from './village-statute-register.ts';

export const governanceRegisters = [
  governancePilotRegister,
  pointRuleRegister,
  pointEntryRegister,
  collectiveEconomyRegister,
  pointRuleTemplateRegister,
  pointSchemeRegister,
  shopGoodRegister,
  shopSupplyRegister,
  pointExchangeRegister,
  starRatingRegister,
  creditRatingRegister,
  customEventRegister,
  villageStatuteRegister,
];
