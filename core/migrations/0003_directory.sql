-- The directory: branches, stores and applications, as the company's master data tell them.
-- Rows with since and until are never overwritten: what changes is closed and written anew.

create table directory (
  singleton boolean primary key default true check (singleton),
  revision bigint not null default 0,
  changed_at timestamptz not null default '-infinity'
);
insert into directory default values;

-- The zones of Indonesia. Others reach midnight so much later that what has ended would still be open there.
create function is_time_zone(value text) returns boolean
  language sql immutable strict parallel safe
  return value in ('Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura');

create table branch (
  id integer generated always as identity primary key,
  code text collate "C" not null unique check (is_code(code)),
  -- How many of its stores are open now, kept by syncs, so that a page of stores needn't count them all.
  open_stores integer not null default 0 check (open_stores >= 0)
);

create table branch_state (
  branch_id integer not null references branch,
  name text not null check (is_line(name, 200)),
  time_zone text not null check (is_time_zone(time_zone)),
  since timestamptz not null,
  until timestamptz not null default 'infinity',
  event_id bigint not null references event,
  primary key (branch_id, since),
  check (since < until)
);
create unique index branch_state_current on branch_state (branch_id) where until = 'infinity';

create table store (
  id integer generated always as identity primary key,
  code text collate "C" not null unique check (is_code(code)),
  loose_code text collate "C" generated always as (loose_code(code)) stored
);

create table store_state (
  store_id integer not null references store,
  branch_id integer not null references branch,
  name text not null check (is_line(name, 200)),
  open boolean not null,
  -- Code and name, folded, with a line break between them that no word can contain.
  search_key text collate "C" not null,
  -- The directory's revision that brought this state: a save by filter tells newcomers by it.
  directory_revision bigint not null,
  since timestamptz not null,
  until timestamptz not null default 'infinity',
  event_id bigint not null references event,
  primary key (store_id, since),
  check (since < until)
);
create unique index store_state_current on store_state (store_id) where until = 'infinity';
create index store_state_of_branch on store_state (branch_id, store_id) where until = 'infinity';
-- What a sync did, for histories.
create index store_state_of_event on store_state (event_id);

create table application (
  id integer generated always as identity primary key,
  code text collate "C" not null unique check (is_code(code)),
  name text not null check (is_line(name, 200)),
  description text not null default '' check (is_paragraph(description, 2000)),
  search_key text collate "C" generated always as (fold(code || E'\n' || name)) stored
);

-- Serves only to make writers that could take stores for one application, or let go of them, wait for each other.
-- Apart from the applications, whose wide rows and checks would make raising it dearer than all else of saving one box.
create table application_claim (
  application_id integer primary key references application,
  claims bigint not null default 1
);

create table application_production (
  application_id integer not null references application,
  version text not null check (is_line(version, 64)),
  source text not null check (source in ('sync', 'promotion')),
  since timestamptz not null,
  until timestamptz not null default 'infinity',
  event_id bigint not null references event,
  primary key (application_id, since),
  check (since < until)
);
create unique index application_production_current
  on application_production (application_id) where until = 'infinity';
