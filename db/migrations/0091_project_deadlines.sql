-- What is overdue of projects is explained as what stands out of the money is.

alter table money_reasons drop constraint money_reasons_concern_check;
alter table money_reasons add constraint money_reasons_concern_check check (concern in (
  'behind-curve', 'not-passed-on', 'unallocated', 'started-unpaid', 'paid-not-started', 'industry-share',
  'not-started', 'not-accepted', 'not-settled', 'asset-missing', 'library-old', 'library-idle', 'split'));
create index projects_plan_year on projects (plan_year, place_code) where not voided;
