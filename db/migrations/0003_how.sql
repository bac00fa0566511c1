-- From a wish to real actions: what the Action Lens (internal/lens) was told,
-- and what is said of an item beside its title.

-- is_action: the person has said that this line is an action, whatever the lens
-- reads in it. Nobody relies on its default.
ALTER TABLE item ADD COLUMN is_action INTEGER NOT NULL DEFAULT 0 CHECK (is_action IN (0, 1));

-- The journal knows items as they were, whole where they came or went.
UPDATE journal_row SET
  before = iif(before IS NULL, NULL, json_set(before, '$.is_action', 0)),
  after = iif(after IS NULL, NULL, json_set(after, '$.is_action', 0))
WHERE tbl = 'item' AND (before IS NULL OR after IS NULL);

-- One thing that is said of an item, or of the client where item_id is NULL: a
-- goal in its own words, a measure, a barrier, a value. What body may hold
-- follows from kind (internal/plan/aspect.go).
CREATE TABLE aspect (
  id        TEXT PRIMARY KEY,
  client_id TEXT NOT NULL REFERENCES client (id) ON DELETE CASCADE,
  item_id   TEXT REFERENCES item (id) ON DELETE CASCADE,
  kind      TEXT NOT NULL CHECK (kind <> ''),
  rank      TEXT NOT NULL CHECK (rank <> ''),
  body      TEXT NOT NULL CHECK (json_type(body) = 'object')
) STRICT;
CREATE INDEX aspect_item ON aspect (item_id) WHERE item_id IS NOT NULL;
CREATE INDEX aspect_client ON aspect (client_id, kind, rank);

-- A plan as it was when it was adapted (R95): what had changed, what stays, why,
-- and what was in it, as the page knows it (plan.Snapshot).
CREATE TABLE plan_version (
  id       TEXT PRIMARY KEY,
  plan_id  TEXT NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
  changed  TEXT NOT NULL,
  stays    TEXT NOT NULL,
  reason   TEXT NOT NULL,
  made_at  TEXT NOT NULL,
  snapshot TEXT NOT NULL CHECK (json_type(snapshot) = 'object')
) STRICT;
CREATE INDEX plan_version_plan ON plan_version (plan_id, made_at);
