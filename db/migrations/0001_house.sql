-- The first vault: whose it is, what they plan, and what was done to it.
-- Every table that a person's edits touch has a text id as its only key, so
-- that the journal can name any row by (table, id).

CREATE TABLE client (
  id         TEXT PRIMARY KEY,
  name       TEXT NOT NULL CHECK (name <> ''),
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE plan (
  id         TEXT PRIMARY KEY,
  client_id  TEXT NOT NULL REFERENCES client (id) ON DELETE CASCADE,
  name       TEXT NOT NULL CHECK (name <> ''),
  subject    TEXT NOT NULL CHECK (subject IN ('me', 'career', 'business', 'family', 'pet', 'other')),
  rank       TEXT NOT NULL CHECK (rank <> ''),
  created_at TEXT NOT NULL,
  changed_at TEXT NOT NULL
) STRICT;
CREATE INDEX plan_client ON plan (client_id, rank);

CREATE TABLE area (
  id        TEXT PRIMARY KEY,
  client_id TEXT NOT NULL REFERENCES client (id) ON DELETE CASCADE,
  name      TEXT NOT NULL CHECK (name <> ''),
  hue       TEXT NOT NULL CHECK (hue IN ('home', 'career', 'contribution', 'growth', 'relationships', 'health', 'play', 'money')),
  rank      TEXT NOT NULL CHECK (rank <> '')
) STRICT;
CREATE INDEX area_client ON area (client_id, rank);

-- One tree of everything a person plans. parent_id NULL stands at the top of
-- its plan; trashed_at marks the root of a sub-tree that lies in the trash.
CREATE TABLE item (
  id           TEXT PRIMARY KEY,
  plan_id      TEXT NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
  parent_id    TEXT REFERENCES item (id) ON DELETE CASCADE,
  kind         TEXT NOT NULL CHECK (kind IN ('vision', 'goal', 'milestone', 'step', 'decision', 'idea')),
  title        TEXT NOT NULL CHECK (title <> ''),
  state        TEXT NOT NULL DEFAULT 'todo' CHECK (state IN ('todo', 'doing', 'waiting', 'done', 'parked', 'letgo')),
  rank         TEXT NOT NULL CHECK (rank <> ''),
  due          TEXT CHECK (due IS NULL OR due GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  estimate_min INTEGER NOT NULL DEFAULT 0 CHECK (estimate_min >= 0),
  area_id      TEXT REFERENCES area (id) ON DELETE SET NULL,
  why          TEXT NOT NULL DEFAULT '',
  what         TEXT NOT NULL DEFAULT '',
  done_when    TEXT NOT NULL DEFAULT '',
  notes        TEXT NOT NULL DEFAULT '',
  draft        INTEGER NOT NULL DEFAULT 0 CHECK (draft IN (0, 1)),
  created_at   TEXT NOT NULL,
  changed_at   TEXT NOT NULL,
  trashed_at   TEXT,
  CHECK (parent_id IS NULL OR parent_id <> id)
) STRICT;
CREATE INDEX item_tree ON item (plan_id, parent_id, rank);
CREATE INDEX item_parent ON item (parent_id);
CREATE INDEX item_trash ON item (trashed_at) WHERE trashed_at IS NOT NULL;

CREATE TABLE tag (
  id        TEXT PRIMARY KEY,
  client_id TEXT NOT NULL REFERENCES client (id) ON DELETE CASCADE,
  name      TEXT NOT NULL COLLATE NOCASE CHECK (name <> ''),
  UNIQUE (client_id, name)
) STRICT;

CREATE TABLE item_tag (
  id      TEXT PRIMARY KEY,
  item_id TEXT NOT NULL REFERENCES item (id) ON DELETE CASCADE,
  tag_id  TEXT NOT NULL REFERENCES tag (id) ON DELETE CASCADE,
  UNIQUE (item_id, tag_id)
) STRICT;
CREATE INDEX item_tag_tag ON item_tag (tag_id);

-- serves: from_id also serves the goal or vision to_id, with a weight.
-- after:  from_id waits until to_id is done.
CREATE TABLE link (
  id      TEXT PRIMARY KEY,
  from_id TEXT NOT NULL REFERENCES item (id) ON DELETE CASCADE,
  to_id   TEXT NOT NULL REFERENCES item (id) ON DELETE CASCADE,
  kind    TEXT NOT NULL CHECK (kind IN ('serves', 'after')),
  weight  REAL NOT NULL DEFAULT 1 CHECK (weight > 0),
  UNIQUE (from_id, to_id, kind),
  CHECK (from_id <> to_id)
) STRICT;
CREATE INDEX link_to ON link (to_id);

-- Where the hand was in a view of a plan (folded branches, selection, filter,
-- scroll): a preference, so not journaled.
CREATE TABLE place (
  plan_id TEXT NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
  view    TEXT NOT NULL,
  data    TEXT NOT NULL CHECK (json_valid(data)),
  PRIMARY KEY (plan_id, view)
) STRICT, WITHOUT ROWID;

-- Preferences of the whole vault, such as the client and plan last open.
CREATE TABLE setting (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What was done, newest last. undone = 1: taken back and may be redone.
-- merge names the field and the visit to it that typing belongs to, so that
-- one visit is one step.
CREATE TABLE journal_step (
  seq        INTEGER PRIMARY KEY,
  client_id  TEXT NOT NULL,
  op         TEXT NOT NULL,
  kind       TEXT NOT NULL DEFAULT '',
  count      INTEGER NOT NULL DEFAULT 1,
  private    INTEGER NOT NULL DEFAULT 0 CHECK (private IN (0, 1)),
  merge      TEXT NOT NULL DEFAULT '',
  undone     INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1)),
  done_at    TEXT NOT NULL
) STRICT;
CREATE INDEX journal_step_undone ON journal_step (client_id, seq) WHERE undone = 1;

-- One row of one table, before and after, as JSON; NULL = it did not exist. Of
-- a row that was there before and after, only the columns that changed.
-- Triggers write it for the step that will be the next one. As its foreign key
-- is looked at last, no write can be committed that nobody made a step of.
CREATE TABLE journal_row (
  step   INTEGER NOT NULL REFERENCES journal_step (seq) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  seq    INTEGER NOT NULL,
  tbl    TEXT NOT NULL,
  row_id TEXT NOT NULL,
  before TEXT,
  after  TEXT,
  PRIMARY KEY (step, seq)
) STRICT, WITHOUT ROWID;

-- A row in here stops the recording: for a replay, and for what is no edit of a
-- person. There is no step 0, so it cannot be committed: no pause outlives its
-- transaction.
CREATE TABLE journal_pause (
  step INTEGER PRIMARY KEY CHECK (step = 0) REFERENCES journal_step (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;
