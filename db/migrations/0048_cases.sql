-- The first action of a case is called as its operation, cases.open.

update case_actions set kind = 'open' where kind = 'register';
