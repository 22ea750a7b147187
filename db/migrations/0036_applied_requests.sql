-- What a request that came before was asked to do, so that its id is not answered to another operation or another account.
alter table applied_requests add column asks text not null default '';
comment on column applied_requests.id is '客户端生成的请求编号;未登录者的为其盲索引';
comment on column applied_requests.asks is '操作与地址';
-- With the id of a visitor's request, kept in clear until now, its receipt could be asked for again.
delete from applied_requests where account_id = 0;
-- Old ones are taken away by their time.
create index applied_requests_at on applied_requests (at);
create index sessions_expires_at on sessions (expires_at);
