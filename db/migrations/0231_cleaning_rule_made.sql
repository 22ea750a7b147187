-- A rule that was made so that problems do not come back may be one that data cleaning asks.

alter table rules_made add column cleaning_rule text check (cleaning_rule in ('C01', 'C02', 'C04', 'C05', 'C06', 'C09', 'C10', 'C11', 'C12', 'C13', 'C14', 'C15', 'C16', 'C18', 'C19', 'C20', 'C25', 'C26', 'C27', 'C28', 'C29', 'C30', 'C31', 'C32', 'C34', 'C35', 'C36', 'C37', 'C38', 'C43', 'C44', 'C45', 'C47', 'C48', 'C49', 'C50', 'C51', 'C53', 'C54', 'C55', 'C56', 'C57', 'C58', 'C59', 'C60'));
comment on column rules_made.cleaning_rule is '对应的清洗规则';
