-- Comments in a table of PostgreSQL (15 or later), for backend="postgrest": Supabase, PostgREST itself.
-- Run it once, as the owner of the database: Supabase's SQL editor, or `psql -f postgrest.sql`.
--
-- `anon` is the role of visitors. Supabase has it. For PostgREST make it first,
-- `create role anon nologin; grant anon to authenticator;` with the role that
-- PostgREST logs in as, and name it in `db-anon-role`.

-- All of it or nothing: a table of that name that is there already stays as it is.
begin;

create table comments (
  -- Made by the reader's browser, so that a comment that is sent twice is stored once.
  id uuid primary key default gen_random_uuid(),
  thread text not null check (length(thread) between 1 and 2000),
  parent_id uuid check (parent_id <> id),
  author text not null check (length(author) between 1 and 80),
  email text not null check (length(email) <= 254 and email ~ '^[^@[:space:]]+@[^@[:space:]]+$'),
  url text check (length(url) <= 2000 and url ~ '^https?://'),
  -- Code points: what a reader counts as one character may have several.
  body text not null check (length(body) between 1 and 20000),
  created_at timestamptz not null default now(),
  -- To look at comments before they are published: `default false`, and `moderation=before` in the endpoint.
  approved boolean not null default true,
  unique (thread, id),
  -- An answer stays in the thread of what it answers.
  foreign key (thread, parent_id) references comments (thread, id) on delete cascade
);
create index on comments (thread, created_at, id);
create index on comments (parent_id, created_at, id);
create index on comments (author, created_at);

-- A row in here closes the thread.
create table closed_threads (thread text primary key);

-- What visitors may do. Nobody reads an e-mail, or a comment that is not approved;
-- nobody sets the date, or approves a comment. On Supabase readers who have logged
-- in have a role of their own: revoke all from `authenticated` as well.
revoke all on comments, closed_threads from anon;
grant select (id, thread, parent_id, author, url, body, created_at) on comments to anon;
grant insert (id, thread, parent_id, author, email, url, body) on comments to anon;
alter table comments enable row level security;
alter table closed_threads enable row level security;
create policy "visitors read what is approved" on comments for select to anon using (approved);
create policy "visitors write" on comments for insert to anon with check (true);

-- Numbers for lists of articles: `counts=comment_counts` in the endpoint.
-- With the eyes of who asks, so that only what they may see is counted.
create view comment_counts with (security_invoker = true) as
  select thread, count(id)::int as comments from comments group by thread;
revoke all on comment_counts from anon;
grant select on comment_counts to anon;

-- What constraints cannot say. The widget understands these words, and also
-- 'spam', 'blocked-words', 'too-many-links' and 'forbidden'. An attempt that is
-- repeated has the same id: it is not taken for another comment. Only what
-- everybody may read is compared: an answer that depended on an e-mail would
-- tell whoever guesses it. So pauses are by name; put a limit for each address of
-- the network into the proxy.
create function check_comment() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from closed_threads where thread = new.thread) then
    raise exception 'closed';
  end if;
  if exists (
    select from comments
    where thread = new.thread and author = new.author and body = new.body and id <> new.id
      and created_at > now() - interval '10 minutes'
  ) then
    raise exception 'duplicate';
  end if;
  if exists (
    select from comments
    where author = new.author and id <> new.id and created_at > now() - interval '10 seconds'
  ) then
    -- The hint: seconds to wait.
    raise exception 'too-fast' using hint = '10';
  end if;
  return new;
end;
$$;
create trigger check_comment before insert on comments for each row execute function check_comment();

commit;

-- PostgREST reads its tables anew.
notify pgrst, 'reload schema';
