import { teamBallotRegister } from './team-ballot-register.ts';
import { teamCampRegister } from './team-camp-register.ts';
import { teamCareRegister } from './team-care-register.ts';
import { teamCautionRegister } from './team-caution-register.ts';
import { teamDiaryRegister } from './team-diary-register.ts';
import { teamFixRegister } from './team-fix-register.ts';
import { teamGradeRegister } from './team-grade-register.ts';
import { teamHandoverRegister } from './team-handover-register.ts';
import { teamHonourRegister } from './team-honour-register.ts';
import { teamLeaveRegister } from './team-leave-register.ts';
import { teamMonthRegister } from './team-month-register.ts';
import { teamPostingRegister } from './team-posting-register.ts';
import { teamTaskRecordRegister } from './team-task-record-register.ts';
import { teamTaskRuleRegister } from './team-task-rule-register.ts';
import { teamTrainingRegister } from './team-training-register.ts';

export const teamsRegisters = [
  teamPostingRegister,
  teamCampRegister,
  teamLeaveRegister,
  teamFixRegister,
  teamDiaryRegister,
  teamTaskRuleRegister,
  teamTaskRecordRegister,
  teamTrainingRegister,
  teamHonourRegister,
  teamCareRegister,
  teamCautionRegister,
  teamHandoverRegister,
  teamBallotRegister,
  teamGradeRegister,
  teamMonthRegister,
];
