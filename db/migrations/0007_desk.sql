-- The coach's desk: clients as a coach has them, and what only the coach sees.

-- alias shows instead of the name wherever a name would show. own is the owner of
-- the vault, who is nobody's client. An archived client is out of the way, and
-- keep_until is the day from which nothing of them should be kept.
ALTER TABLE client ADD COLUMN alias TEXT NOT NULL DEFAULT '';
ALTER TABLE client ADD COLUMN own INTEGER NOT NULL DEFAULT 0 CHECK (own IN (0, 1));
ALTER TABLE client ADD COLUMN archived_at TEXT;
ALTER TABLE client ADD COLUMN keep_until TEXT
  CHECK (keep_until IS NULL OR keep_until GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');

-- Every vault began with its owner.
UPDATE client SET own = 1 WHERE id = (SELECT id FROM client ORDER BY created_at, id LIMIT 1);

-- What a coach writes down for themselves, about a client as such where
-- session_id is empty. body is sealed (internal/seal) and bound to the id, so that
-- nothing of it can be read in this file. No row that a client sees points here,
-- and none here points at one: what is done to either can be taken back alone.
CREATE TABLE private_note (
  id         TEXT PRIMARY KEY,
  client_id  TEXT NOT NULL REFERENCES client (id) ON DELETE CASCADE,
  session_id TEXT NOT NULL,
  kind       TEXT NOT NULL CHECK (kind <> ''),
  body       TEXT NOT NULL CHECK (body <> ''),
  made_at    TEXT NOT NULL,
  changed_at TEXT NOT NULL
) STRICT;
CREATE INDEX private_note_client ON private_note (client_id, made_at);

-- A moment of a session that the coach marked with one key: where in it, and when.
-- It says nothing in words, so it is not sealed; it is private all the same.
CREATE TABLE mark (
  id         TEXT PRIMARY KEY,
  client_id  TEXT NOT NULL REFERENCES client (id) ON DELETE CASCADE,
  session_id TEXT NOT NULL CHECK (session_id <> ''),
  kind       TEXT NOT NULL CHECK (kind IN ('sticky', 'supervision')),
  ask        TEXT NOT NULL,
  made_at    TEXT NOT NULL
) STRICT;
CREATE INDEX mark_client ON mark (client_id, made_at);

-- The one key that private notes are sealed with, wrapped by a passphrase and by a
-- recovery code (internal/seal). Neither is kept anywhere.
CREATE TABLE keyring (
  id            INTEGER PRIMARY KEY CHECK (id = 1),
  by_passphrase TEXT NOT NULL CHECK (json_type(by_passphrase) = 'object'),
  by_code       TEXT NOT NULL CHECK (json_type(by_code) = 'object')
) STRICT;

-- A way to lead a session that the owner of the vault has made or changed; body
-- holds its stages and questions (internal/plan/deck.go).
CREATE TABLE deck (
  id   TEXT PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  rank TEXT NOT NULL CHECK (rank <> ''),
  body TEXT NOT NULL CHECK (json_type(body) = 'object')
) STRICT;

-- A client who left in a vault of their own (internal/workspace/handover.go). state
-- is what both sides had when they last met; what each changed since is told by it.
-- It goes when neither this nor a step of the journal speaks of it any more.
CREATE TABLE handover (
  id        TEXT PRIMARY KEY,
  client_id TEXT NOT NULL REFERENCES client (id) ON DELETE CASCADE,
  made_at   TEXT NOT NULL,
  state_id  TEXT NOT NULL REFERENCES handover_state (id)
) STRICT;
CREATE INDEX handover_client ON handover (client_id);

-- All that a client has planned, row by row, as packed JSON. It is not journaled.
CREATE TABLE handover_state (
  id        TEXT PRIMARY KEY,
  client_id TEXT NOT NULL REFERENCES client (id) ON DELETE CASCADE,
  rows      BLOB NOT NULL
) STRICT;
CREATE INDEX handover_state_client ON handover_state (client_id);
