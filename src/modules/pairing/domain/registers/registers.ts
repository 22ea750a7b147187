import { cooperationAgreementRegister } from './cooperation-agreement-register.ts';
import { cooperationEnterpriseRegister } from './cooperation-enterprise-register.ts';
import { cooperationFundRegister } from './cooperation-fund-register.ts';
import { cooperationInvestmentRegister } from './cooperation-investment-register.ts';
import { cooperationReportRegister } from './cooperation-report-register.ts';
import { demoVillageRegister } from './demo-village-register.ts';
import { institutionPairRegister } from './institution-pair-register.ts';
import { pairingPlanRegister } from './pairing-plan-register.ts';
import { pairingRegister } from './pairing-register.ts';
import { pairingReportRegister } from './pairing-report-register.ts';
import { parkRegister } from './park-register.ts';
import { specialistPostingRegister } from './specialist-posting-register.ts';
import { supportRecordRegister } from './support-record-register.ts';
import { talentRegister } from './talent-register.ts';

export const pairingRegisters = [
  specialistPostingRegister,
  cooperationAgreementRegister,
  cooperationReportRegister,
  cooperationFundRegister,
  cooperationEnterpriseRegister,
  cooperationInvestmentRegister,
  parkRegister,
  institutionPairRegister,
  talentRegister,
  demoVillageRegister,
  pairingRegister,
  pairingPlanRegister,
  supportRecordRegister,
  pairingReportRegister,
];
