-- Since when an agent was logged in, ready, not ready, logged out in an MRD: from it come the times of the statistics.

create table attendances (
  agent_id   varchar(1000) not null,
  mrd        varchar(1000) not null,
  since      timestamp(3) with time zone not null,
  attendance varchar(20) not null,
  primary key (agent_id, mrd, since)
);
create index attendances_since on attendances (since);
