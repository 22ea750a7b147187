import { assistedProductRegister } from './assisted-product-register.ts';
import { consortiumMemberRegister } from './consortium-member-register.ts';
import { consortiumRegister } from './consortium-register.ts';
import { consumptionRecordRegister } from './consumption-record-register.ts';
import { courtyardRegister } from './courtyard-register.ts';
import { industryZoneRegister } from './industry-zone-register.ts';
import { linkageContractRegister } from './linkage-contract-register.ts';
import { loanApplicationRegister } from './loan-application-register.ts';
import { microLoanRegister } from './micro-loan-register.ts';
import { productSaleRegister } from './product-sale-register.ts';
import { recognitionRegister } from './recognition-register.ts';
import { workshopMonthRegister } from './workshop-month-register.ts';
import { workshopRegister } from './workshop-register.ts';
import { zoneMemberRegister } from './zone-member-register.ts';

export const industryRegisters = [
  recognitionRegister,
  workshopRegister,
  workshopMonthRegister,
  industryZoneRegister,
  zoneMemberRegister,
  consortiumRegister,
  consortiumMemberRegister,
  linkageContractRegister,
  courtyardRegister,
  loanApplicationRegister,
  microLoanRegister,
  assistedProductRegister,
  productSaleRegister,
  consumptionRecordRegister,
];
