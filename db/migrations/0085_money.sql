-- Money followed to the household: what a county's progress is held against, written reasons for what stands out, and the ways from a household back.

create table money_settings (
  id int generated always as identity primary key,
  region_code bigint not null references regions (code),
  key text not null,
  effective_from date not null,
  value int not null check (value between 0 and 10000),
  basis text not null,
  account_name text not null,
  at timestamptz not null default now(),
  constraint money_settings_once unique (region_code, key, effective_from)
);
comment on table money_settings is '资金监管设定';
comment on column money_settings.value is '比例以万分之一计，期限以天计';
comment on column money_settings.basis is '依据的文件';
alter table money_settings enable row level security;
-- What a level is held to is no secret; a league's setting holds in its counties.
create policy money_settings_read on money_settings for select to shouwang_app using (true);
create policy money_settings_add on money_settings for insert to shouwang_app
  with check (region_code between area_low() and area_high());
create policy money_settings_change on money_settings for update to shouwang_app
  using (region_code between area_low() and area_high()) with check (region_code between area_low() and area_high());
grant select, insert, update on money_settings to shouwang_app;

create table money_reasons (
  id bigint generated always as identity primary key,
  place_code bigint not null,
  concern text not null check (concern in ('behind-curve', 'unallocated', 'started-unpaid', 'paid-not-started')),
  subject text not null,
  reason text not null,
  holds_until date not null,
  account_name text not null,
  at timestamptz not null default now()
);
comment on table money_reasons is '资金提醒说明';
comment on column money_reasons.subject is '地区代码、下达编号或项目编号';
comment on column money_reasons.holds_until is '说明有效至';
create index money_reasons_subject on money_reasons (concern, subject, holds_until);
create index money_reasons_place on money_reasons (place_code, id);
alter table money_reasons enable row level security;
create policy money_reasons_read on money_reasons for select to shouwang_app
  using (place_code between area_low() and area_high());
create policy money_reasons_add on money_reasons for insert to shouwang_app
  with check (place_code between area_low() and area_high());
grant select, insert on money_reasons to shouwang_app;

create index project_beneficiaries_household on project_beneficiaries (household_number);
create index asset_distributions_recipient on asset_distributions (recipient);
create index household_payouts_household on household_payouts (household_number) where household_number is not null;
create index fund_issuances_year on fund_issuances (budget_year, fund_kind);
