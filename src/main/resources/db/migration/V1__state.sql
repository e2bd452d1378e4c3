-- The state that all nodes share. H2 and PostgreSQL understand every word of it.
-- A record is JSON, for people and later versions of the program; operations are for the program alone: what it must know
-- when a message comes again. A row with fewer changes never takes the place of one with more.

create table agents (
  id         varchar(1000) primary key,
  changes    bigint not null,
  record     varchar not null,
  operations bytea not null,
  format     integer not null
);

create table tasks (
  id         varchar(1000) primary key,
  changes    bigint not null,
  mrd        varchar(1000) not null,
  queue      varchar(1000) not null,
  state      varchar(20) not null,
  closed_at  timestamp(3) with time zone,
  record     varchar not null,
  operations bytea not null,
  format     integer not null
);
create index tasks_closed_at on tasks (closed_at);

create table requests (
  client     varchar(1000) not null,
  id         varchar(1000) not null,
  task_id    varchar(1000) not null,
  claimed_at timestamp(3) with time zone not null,
  primary key (client, id)
);
create index requests_claimed_at on requests (claimed_at);

create table offer_reasons (
  task_id  varchar(1000) not null,
  place    integer not null,
  told     bytea not null,
  kept_at  timestamp(3) with time zone not null,
  primary key (task_id, place)
);
create index offer_reasons_kept_at on offer_reasons (kept_at);

create table configurations (
  number   bigint primary key,
  version  text not null
);
